print(url.encode("a b&c/d~é-_.!"), url.encode("") == "", url.encode("\0\n"))       // expect: a+b%26c%2Fd~%C3%A9-_.%21\ttrue\t%00%0A
print(url.decode("a+b%26%C3%A9"), url.decode("%41%6a%6A"), url.decode("") == "")   // expect: a b&é\tAjj\ttrue
print(url.decode("%zz"))                        // expect: nil\tinvalid URL escape "%zz"
print(url.decode("x%4"))                        // expect: nil\tinvalid URL escape "%4"
print(url.decode("%"))                          // expect: nil\tinvalid URL escape "%"
for b := range 256 { s := string.char(b); assert(url.decode(url.encode(s)) == s, b) }
print(pcall(url.decode))                        // expect: false\tbad argument #1 to 'url.decode' (string expected, got nil)
url.encode({})                                  // expect error: bad argument #1 to 'url.encode' (string expected, got table)

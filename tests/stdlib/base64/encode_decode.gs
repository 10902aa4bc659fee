for _, c := range {{"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"\xfb\xff", "+/8="}} {
    assert(base64.encode(c[1]) == c[2] && base64.decode(c[2]) == c[1], c[2])
}
all := {}
for b := range 256 { append(all, string.char(b)) }
text := table.concat(all)
for n := range 256 { assert(base64.decode(base64.encode(text:sub(1, n))) == text:sub(1, n)) }
print(base64.decode("Zg"))                      // expect: nil\tillegal base64 data at input byte 0
print(base64.decode("Z$=="))                    // expect: nil\tillegal base64 data at input byte 1
print(base64.decode("Zg==x") == nil, base64.decode("=") == nil, base64.decode("Zm9v-w==") == nil)  // expect: true\ttrue\ttrue
print(pcall(base64.decode))                     // expect: false\tbad argument #1 to 'base64.decode' (string expected, got nil)
base64.encode(5)                                // expect error: bad argument #1 to 'base64.encode' (string expected, got number)

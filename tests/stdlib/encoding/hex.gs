print(encoding.hexEncode("\0\x0fA\xff"), encoding.hexEncode("") == "", encoding.hexDecode("000f41FF") == "\0\x0fA\xff")    // expect: 000f41ff\ttrue\ttrue
v, err := encoding.hexDecode("abc")
print(v, type(err))                             // expect: nil\tstring
v, err = encoding.hexDecode("zz")
print(v, type(err), encoding.hexDecode("") == "")                  // expect: nil\tstring\ttrue
all := {}
for b := range 256 { append(all, string.char(b)) }
print(encoding.hexDecode(encoding.hexEncode(table.concat(all))) == table.concat(all))      // expect: true
print(pcall(encoding.hexDecode, 5))             // expect: false\tbad argument #1 to 'encoding.hexDecode' (string expected, got number)
encoding.hexEncode()                            // expect error: bad argument #1 to 'encoding.hexEncode' (string expected, got nil)

b := bytes.new()
print(b:len(), b:toString() == "", type(b), tostring(b):match("^buffer: 0x") != nil)       // expect: 0\ttrue\tuserdata\ttrue
c := bytes.fromString("héllo")
print(c:len(), c:toString(), c:toHex())         // expect: 6\théllo\t68c3a96c6c6f
d := bytes.fromHex("00Ff41")
print(d:len(), d.toHex(), bytes.fromHex(""):len())                 // expect: 3\t00ff41\t0
v, err := bytes.fromHex("abc")
print(v, type(err), bytes.fromHex("xy") == nil) // expect: nil\tstring\ttrue
print(pcall(bytes.fromString))                  // expect: false\tbad argument #1 to 'bytes.fromString' (string expected, got nil)
bytes.fromHex(1)                                // expect error: bad argument #1 to 'bytes.fromHex' (string expected, got number)

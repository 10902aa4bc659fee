b := bytes.new()
b:write("ab")
b.write("\0")
print(b:len(), b:toHex(), select("#", b:write("")))                // expect: 3\t616200\t0
b:reset()
print(b:len(), b:toString() == "", b:readByte(1))                  // expect: 0\ttrue\tnil
for i := range 100000 { b:writeByte(i % 256) }
s := b:toString()
print(#s, s:byte(1), s:byte(256), s:byte(257), #b:toHex())         // expect: 100000\t0\t255\t0\t200000
b:write(s)
print(b:len(), pcall(b.write, 5))               // expect: 200000\tfalse\tbad argument #1 to 'buffer:write' (string expected, got number)
b.field = 1                                     // expect error: cannot assign to a field of a buffer object

b := bytes.new()
b:write("ab"); b.write("c"); b:writeByte(0); b:writeByte(255)
print(b:len(), b:toHex(), b.toString() == "abc\0\xff", table.concat(b:bytes(), " "))   // expect: 5\t61626300ff\ttrue\t97 98 99 0 255
b:reset()
print(b:len(), b:toString() == "")                                                     // expect: 0\ttrue
b:writeInt8(-1); b:writeInt8(257); b:writeInt16(258); b:writeInt32(-2); b:writeInt64(1); b:writeInt16(70000)
print(b:toHex())                                                                       // expect: ff010201feffffff01000000000000007011
b:reset(); b:writeFloat32(1.5); b:writeFloat64(-2); b:writeInt8("7"); b:writeInt8(3.9)
print(b:toHex())                                                                       // expect: 0000c03f00000000000000c00703
b = bytes.fromString("hello")
print(b:readString(2, 3), b:readString(-5, 99), b:readString(4, 2) == "", b:readByte(1), b:readByte(0), b:readByte(6))   // expect: el\thello\ttrue\t104\tnil\tnil
print(bytes.fromHex("00fF"):toHex(), bytes.fromHex("0") == nil, bytes.fromHex("zz") == nil)   // expect: 00ff\ttrue\ttrue
print(bytes.toHex("\0a"), bytes.compare("a", "b"), bytes.compare("b", "a"), bytes.compare("", ""), bytes.repeat("ab", 3), bytes.repeat("x", -1) == "")
// expect: 0061\t-1\t1\t0\tababab\ttrue
print(bytes.toHex(bytes.xor("\x0f\xf0", "\xff\xff")), bytes.xor("", "") == "", bytes.concat("a", bytes.fromString("b"), 1, nil, 2.0))   // expect: f00f\ttrue\tab1nil2.0
print(type(b), pcall(b.writeByte, 256))      // expect: userdata\tfalse\tbad argument #1 to 'buffer:writeByte' (value out of range)
print(pcall(func() { b:writeByte(-1) }))     // expect: false\tbad argument #1 to 'buffer:writeByte' (value out of range)
print(pcall(bytes.xor, "a", "ab"))           // expect: false\tbad argument #2 to 'bytes.xor' (strings must have equal length)
print(pcall(func() { b.field = 1 }))         // expect: false\tcannot assign to a field of a buffer object
print(pcall(b.write, {}))                    // expect: false\tbad argument #1 to 'buffer:write' (string expected, got table)

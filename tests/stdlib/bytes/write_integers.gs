b := bytes.new()
b:writeInt8(-1); b:writeInt16(0x1234); b:writeInt32(-2); b:writeInt64(math.mininteger)
print(b:toHex(), b:len())                       // expect: ff3412feffffff0000000000000080\t15
b:reset()
b:writeInt8(0x1ff); b:writeInt16(0x12345); b:writeInt32(1 << 40 | 7)
print(b.toHex(), b.len())                       // expect: ff452307000000\t7
b.reset()
b.writeByte(0); b.writeByte(255)
print(b:toHex(), select("#", b:writeByte(1)))   // expect: 00ff\t0
print(pcall(b.writeByte, 256))                  // expect: false\tbad argument #1 to 'buffer:writeByte' (value out of range)
print(pcall(b.writeByte, b, -1))                // expect: false\tbad argument #1 to 'buffer:writeByte' (value out of range)
print(pcall(b.writeInt8))                       // expect: false\tbad argument #1 to 'buffer:writeInt8' (number expected, got nil)
print(pcall(b.writeInt16, 1e300))               // expect: false\tbad argument #1 to 'buffer:writeInt16' (number has no integer representation)
print(pcall(b.writeInt32, {}))                  // expect: false\tbad argument #1 to 'buffer:writeInt32' (number expected, got table)
b:writeInt64("x")                               // expect error: bad argument #1 to 'buffer:writeInt64' (number expected, got string)

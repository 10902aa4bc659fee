b := bytes.new()
b:writeFloat32(1); b:writeFloat64(-2.5)
print(b:toHex())                                // expect: 0000803f00000000000004c0
b:reset()
b:writeFloat32(1e300); b:writeFloat64(1 / 0.0); b:writeFloat32(-0.0)
print(b:toHex())                                // expect: 0000807f000000000000f07f00000080
print(string.unpack("<f", b:readString(1, 4)))  // expect: +Inf\t5
print(pcall(b.writeFloat64))                    // expect: false\tbad argument #1 to 'buffer:writeFloat64' (number expected, got nil)
b:writeFloat32("pi")                            // expect error: bad argument #1 to 'buffer:writeFloat32' (number expected, got string)

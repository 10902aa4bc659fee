print(uuid.isValid(rand.uuid()), uuid.parse(rand.uuid()).version, rand.uuid() != rand.uuid())      // expect: true\t4\ttrue
print(#rand.bytes(0), #rand.bytes(33), rand.bytes(16) != rand.bytes(16))   // expect: 0\t33\ttrue
print(pcall(rand.bytes, -1) == false, pcall(rand.bytes, "x"))      // expect: true\tfalse\tbad argument #1 to 'rand.bytes' (number expected, got string)
rand.bytes()                                    // expect error: bad argument #1 to 'rand.bytes' (number expected, got nil)

a, b := crypto.randomBytes(16), crypto.randomBytes(16)
print(#a, a != b, #crypto.randomBytes(0), #crypto.randomBytes(100000))     // expect: 16\ttrue\t0\t100000
h := crypto.randomHex(8)
print(#h, h:match("^[0-9a-f]+$") == h, crypto.randomHex(0) == "")  // expect: 16\ttrue\ttrue
seen := {}
for _, b := range {string.byte(crypto.randomBytes(5000), 1, -1)} { seen[b] = true }
print(table.count(seen))                        // expect: 256
print(pcall(crypto.randomBytes, -1))            // expect: false\tbad argument #1 to 'crypto.randomBytes' (non-negative number expected)
print(pcall(crypto.randomHex, -5))              // expect: false\tbad argument #1 to 'crypto.randomHex' (non-negative number expected)
print(pcall(crypto.randomBytes, "x"))           // expect: false\tbad argument #1 to 'crypto.randomBytes' (number expected, got string)
crypto.randomHex()                              // expect error: bad argument #1 to 'crypto.randomHex' (number expected, got nil)

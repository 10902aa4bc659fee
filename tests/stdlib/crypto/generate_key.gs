print(#crypto.generateKey(), #crypto.generateKey(16), #crypto.generateKey(24), #crypto.generateKey(32), crypto.generateKey() != crypto.generateKey())      // expect: 32\t16\t24\t32\ttrue
print(pcall(crypto.generateKey, 20))            // expect: false\tbad argument #1 to 'crypto.generateKey' (size must be 16, 24 or 32)
print(pcall(crypto.generateKey, {}))            // expect: false\tbad argument #1 to 'crypto.generateKey' (number expected, got table)
crypto.generateKey(0)                           // expect error: bad argument #1 to 'crypto.generateKey' (size must be 16, 24 or 32)

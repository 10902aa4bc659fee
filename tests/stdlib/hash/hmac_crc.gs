print(hash.hmacSHA256("key", "The quick brown fox jumps over the lazy dog"))       // expect: f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8
print(hash.hmacSHA256("", ""))                  // expect: b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad
print(hash.hmacSHA256(string.rep("\xaa", 131), "Test Using Larger Than Block-Size Key - Hash Key First"))          // expect: 60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54
print(hash.crc32("123456789"), hash.crc32(""), hash.crc32("a"), math.type(hash.crc32("x")))        // expect: 3421780262\t0\t3904355907\tinteger
print(pcall(hash.hmacSHA256, "k"))              // expect: false\tbad argument #2 to 'hash.hmacSHA256' (string expected, got nil)
hash.crc32(nil)                                 // expect error: bad argument #1 to 'hash.crc32' (string expected, got nil)

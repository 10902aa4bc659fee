print(#crypto.randomBytes(0), #crypto.randomBytes(1000), crypto.randomHex(3):match("^%x%x%x%x%x%x$") != nil)  // expect: 0\t1000\ttrue
print(crypto.randomBytes(16) == crypto.randomBytes(16))                     // expect: false
for _, n := range {16, 24, 32} {
    key := crypto.generateKey(n)
    for _, text := range {"", "x", "secret \0 text", string.rep("long ", 10000)} {
        sealed := crypto.aesGcmEncrypt(key, text)
        assert(#key == n && #sealed == 2 * (12 + #text + 16) && crypto.aesGcmDecrypt(key, sealed) == text)
        assert(crypto.aesGcmEncrypt(key, text) != sealed)
        damaged := sealed:sub(1, -2) .. (sealed:sub(-1) == "0" && "1" || "0")
        assert(crypto.aesGcmDecrypt(key, damaged) == nil && crypto.aesGcmDecrypt(crypto.generateKey(n), sealed) == nil)
    }
}
_, err := crypto.aesGcmDecrypt(string.rep("k", 16), "zz")
print(type(err), type(select(2, crypto.aesGcmDecrypt(string.rep("k", 16), "00"))))  // expect: string\tstring
print(crypto.equal("", ""), crypto.equal("a", "ab"), crypto.equal("abc", "abd"))   // expect: true\tfalse\tfalse
print(pcall(crypto.randomBytes, -1))              // expect: false\tbad argument #1 to 'crypto.randomBytes' (non-negative number expected)
print(pcall(crypto.randomHex, -1))                // expect: false\tbad argument #1 to 'crypto.randomHex' (non-negative number expected)
print(pcall(crypto.generateKey, 5))               // expect: false\tbad argument #1 to 'crypto.generateKey' (size must be 16, 24 or 32)
print(pcall(crypto.aesGcmEncrypt, "short", "x"))  // expect: false\tbad argument #1 to 'crypto.aesGcmEncrypt' (invalid key size 5)
print(pcall(crypto.aesGcmDecrypt, "short", "x"))  // expect: false\tbad argument #1 to 'crypto.aesGcmDecrypt' (invalid key size 5)
print(pcall(crypto.equal, "a"))                   // expect: false\tbad argument #2 to 'crypto.equal' (string expected, got nil)

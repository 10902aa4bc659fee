for _, size := range {16, 24, 32} {
    key := crypto.generateKey(size)
    for _, text := range {"", "a", "secret text", string.rep("\0\xff", 1000)} {
        sealed := crypto.aesGcmEncrypt(key, text)
        assert(#sealed == 2 * (12 + #text + 16) && sealed:match("^[0-9a-f]+$"))
        assert(crypto.aesGcmDecrypt(key, sealed) == text)
        assert(crypto.aesGcmEncrypt(key, text) != sealed)
    }
}
// A vector from the standard: key, nonce, text of zeros.
zero := string.rep("\0", 16)
print(crypto.aesGcmDecrypt(zero, string.rep("0", 24) .. "0388dace60b6a392f328c2b971b2fe78" .. "ab6e47d42cec13bdf53a67b21257bddf") == zero)   // expect: true
print(pcall(crypto.aesGcmEncrypt, "short", "x"))                   // expect: false\tbad argument #1 to 'crypto.aesGcmEncrypt' (invalid key size 5)
print(pcall(crypto.aesGcmEncrypt, zero))        // expect: false\tbad argument #2 to 'crypto.aesGcmEncrypt' (string expected, got nil)
crypto.aesGcmDecrypt("", "00")                  // expect error: bad argument #1 to 'crypto.aesGcmDecrypt' (invalid key size 0)

print(hash.md5(""), hash.md5("abc"))     // expect: d41d8cd98f00b204e9800998ecf8427e\t900150983cd24fb0d6963f7d28e17f72
print(hash.sha1(""), hash.sha1("abc"))   // expect: da39a3ee5e6b4b0d3255bfef95601890afd80709\ta9993e364706816aba3e25717850c26c9cd0d89d
print(hash.sha256("abc"))                // expect: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
print(hash.sha512("abc"):sub(1, 64))     // expect: ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a
print(hash.hmacSHA256("key", "The quick brown fox jumps over the lazy dog"))
// expect: f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8
print(hash.hmacSHA256(string.rep("k", 100), "") == hash.hmacSHA256(string.rep("k", 100), ""), #hash.hmacSHA256("", ""))  // expect: true\t64
print(hash.crc32(""), hash.crc32("123456789"), hash.crc32("\0\xff"))   // expect: 0\t3421780262\t1826356594

// Lengths around block boundaries, and text longer than what is digested in one go.
sum := ""
for n := 0; n < 200; n++ { sum = hash.sha256(sum .. string.rep("x", n)) .. hash.md5(sum) .. hash.sha1(sum) .. hash.sha512(sum) .. hash.crc32(sum) }
print(hash.md5(sum))  // expect: aa9731b81b5b67a1ec81b4b32b7cb088
print(hash.sha256(string.rep("a", 1000000)))  // expect: cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0
print(hash.md5(string.rep("ab", 1500000)))    // expect: f1090ddaab335298d11f359f47540324

for _, name := range {"md5", "sha1", "sha256", "sha512", "crc32"} {
    _, err := pcall(hash[name], 1)
    assert(err == "bad argument #1 to 'hash." .. name .. "' (string expected, got number)", err)
}
print(pcall(hash.hmacSHA256, "k"))  // expect: false\tbad argument #2 to 'hash.hmacSHA256' (string expected, got nil)

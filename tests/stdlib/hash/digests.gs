print(hash.md5(""), hash.md5("abc"))            // expect: d41d8cd98f00b204e9800998ecf8427e\t900150983cd24fb0d6963f7d28e17f72
print(hash.sha1("abc"))                         // expect: a9993e364706816aba3e25717850c26c9cd0d89d
print(hash.sha256(""))                          // expect: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
print(hash.sha256("abc"))                       // expect: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
print(hash.sha512("abc"):sub(1, 32), #hash.sha512(""))             // expect: ddaf35a193617abacc417349ae204131\t128
print(hash.sha256(string.rep("a", 1000000)))    // expect: cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0
print(hash.md5("\0\xff") != hash.md5(""), #hash.sha1(""))          // expect: true\t40
for _, f := range {"md5", "sha1", "sha256", "sha512", "crc32"} {
    assert(select(2, pcall(hash[f], 5)) == "bad argument #1 to 'hash." .. f .. "' (string expected, got number)", f)
}
hash.sha256()                                   // expect error: bad argument #1 to 'hash.sha256' (string expected, got nil)

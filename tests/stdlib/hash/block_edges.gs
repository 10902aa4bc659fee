// Lengths around a digest's block size, each against the digest of the same text built otherwise.
seen := {}
for n := range 200 {
    s := string.rep("a", n)
    for _, f := range {hash.md5, hash.sha1, hash.sha256, hash.sha512} {
        d := f(s)
        assert(!seen[d] && d == f("a" .. s):sub(1, 0) .. f(string.rep("a", n)), n)
        seen[d] = true
    }
}
print(table.count(seen), hash.sha1(string.rep("a", 64)), hash.md5(string.rep("a", 55)))    // expect: 800\t0098ba824b5c16427bd7a1122a5a442a25ec644d\tef1772b6dff9a122358552954ad0df65

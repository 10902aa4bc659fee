// The tasks of library.cpp with the library's modules: `library.gs TASK COUNT`.
func makeText() {
    words := {"running", "the", "quick", "brown", "fox12", "jumping", "over", "lazy", "dogs", "2026", "a@b.c", "x=1;", "(end)", "sleeping", "on", "99.5"}
    parts := {}
    seed := 1
    for i := range 600000 {
        seed = (seed * 1103515245 + 12345) & 0x7fffffff
        append(parts, words[(seed >> 16) % 16 + 1], i % 12 == 11 && "\n" || " ")
    }
    return table.concat(parts)
}

text := makeText()
lines := string.split(string.trimRight(text), "\n")
words, mail, numbers := regexp.mustCompile("\\b\\w+ing\\b"), regexp.mustCompile("(\\w+)@(\\w+\\.\\w+)"), regexp.mustCompile("[0-9]+(\\.[0-9]+)?")
packed := compress.gzipEncode(text)
tasks := {
    ["regexp.findAll"]: func() { return #words:findAll(text) },
    ["regexp.match"]: func() {
        matching := 0
        for _, line := range lines { if mail:match(line) { matching++ } }
        return matching
    },
    ["regexp.replaceAll"]: func() { return #numbers:replaceAll(text, "<$0>") },
    ["hash.md5"]: func() { return #hash.md5(text) },
    ["hash.sha1"]: func() { return #hash.sha1(text) },
    ["hash.sha256"]: func() { return #hash.sha256(text) },
    ["hash.sha512"]: func() { return #hash.sha512(text) },
    ["hash.crc32"]: func() { return hash.crc32(text) },
    ["hash.lines"]: func() {
        total := 0
        for _, line := range lines { total += #hash.sha256(line) }
        return total
    },
    ["compress.gzipEncode"]: func() { return #compress.gzipEncode(text) },
    ["compress.gzipDecode"]: func() { return #compress.gzipDecode(packed) },
}
result := nil
for range tonumber(arg[2]) { result = tasks[arg[1]]() }
print(result)

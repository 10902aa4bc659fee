text := string.rep("both ways\n", 1000)
fs.writefile("a.gz", compress.gzipEncode(text))
r := process.run({"gzip", "-dc", "a.gz"})
print(!r.ok || r.stdout == text)                // expect: true
r = process.run({"gzip", "-c"}, {stdin: text})
print(!r.ok || compress.gzipDecode(r.stdout) == text)              // expect: true
print(compress.gzipDecode(compress.gzipEncode(text) .. "trailing rubbish") == nil)         // expect: true

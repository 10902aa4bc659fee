fs.writefile("a", "content\n")
fs.writefile("b", "content\n")
fs.writefile("c", "other")
seen := {}
for _, f := range {"a", "b", "c"} { d := hash.sha256(fs.readfile(f)); seen[d] = append(seen[d] || {}, f) }
print(table.count(seen), table.concat(seen[hash.sha256("content\n")], "+"))        // expect: 2\ta+b
r := process.run({"sha256sum", "a"})
print(!r.ok || r.stdout:sub(1, 64) == hash.sha256("content\n"))    // expect: true
r = process.run({"md5sum", "c"})
print(!r.ok || r.stdout:sub(1, 32) == hash.md5("other"))           // expect: true

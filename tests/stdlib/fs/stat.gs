fs.writefile("f.txt", "12345")
process.run({"chmod", "640", "f.txt"})
s := fs.stat("f.txt")
print(s.name, s.size, s.isdir, s.isfile, s.mode, math.type(s.mtime), math.abs(s.mtime - os.time()) < 60)   // expect: f.txt\t5\tfalse\ttrue\t0640\tfloat\ttrue
fs.mkdir("d")
d := fs.stat("d/")
print(d.isdir, d.isfile, fs.stat("./d").name)   // expect: true\tfalse\td
print(fs.stat("missing"))                       // expect: nil\tstat missing: no such file or directory
print(fs.stat("f.txt/x"))                       // expect: nil\tstat f.txt/x: not a directory
fs.stat(nil)                                    // expect error: bad argument #1 to 'fs.stat' (string expected, got nil)

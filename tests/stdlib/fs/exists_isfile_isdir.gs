fs.writefile("f", "x")
fs.mkdir("d")
process.run({"ln", "-s", "nowhere", "broken"})
process.run({"ln", "-s", "f", "link"})
for _, name := range {"f", "d", "link", "broken", "missing", "", "f/x"} {
    io.write(name, ":", fs.exists(name) && "e" || "-", fs.isfile(name) && "f" || "-", fs.isdir(name) && "d" || "-", " ")
}
print()                                         // expect: f:ef- d:e-d link:ef- broken:--- missing:--- :--- f/x:--- 
print(fs.exists("a\0b"), fs.isfile("f\0"), fs.isdir("/"))          // expect: false\tfalse\ttrue
print(pcall(fs.exists))                         // expect: false\tbad argument #1 to 'fs.exists' (string expected, got nil)
print(pcall(fs.isfile, 1))                      // expect: false\tbad argument #1 to 'fs.isfile' (string expected, got number)
fs.isdir({})                                    // expect error: bad argument #1 to 'fs.isdir' (string expected, got table)

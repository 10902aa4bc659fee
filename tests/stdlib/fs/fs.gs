print(fs.writefile("a.txt", "one\0two"), fs.appendfile("a.txt", "!"), #fs.readfile("a.txt"))    // expect: true\ttrue\t8
print(fs.exists("a.txt"), fs.isfile("a.txt"), fs.isdir("a.txt"), fs.exists("none"), fs.isdir("."))   // expect: true\ttrue\tfalse\tfalse\ttrue
info := fs.stat("a.txt")
print(info.name, info.size, info.isfile, info.isdir, info.mode:match("^0%d%d%d$") != nil, math.type(info.mtime))   // expect: a.txt\t8\ttrue\tfalse\ttrue\tfloat
print(fs.copy("a.txt", "b.txt"), fs.readfile("b.txt") == fs.readfile("a.txt"), fs.rename("b.txt", "c.txt"), fs.exists("b.txt"))   // expect: true\ttrue\ttrue\tfalse
print(fs.mkdir("d"), fs.mkdir("d"))                       // expect: true\tnil\tmkdir d: file exists
print(fs.mkdirAll("d/e/f"), fs.mkdirAll("d/e/f"), fs.isdir("d/e/f"), fs.writefile("d/x.gs", ""), fs.writefile("d/y.gs", "yy"))   // expect: true\ttrue\ttrue\ttrue\ttrue
for _, entry := range fs.readdir("d") { io.write(entry.name, entry.isdir && "/" || " " .. entry.size, ";") }
print(table.concat(fs.glob("d/*.gs"), " "), #fs.glob("none*"))   // expect: e/;x.gs 0;y.gs 2;d/x.gs d/y.gs\t0
print(fs.glob("[a"))                                      // expect: nil\tsyntax error in pattern
print(fs.remove("d"))                                     // expect: nil\tremove d: directory not empty
print(fs.removeAll("d"), fs.exists("d"), fs.removeAll("d"), fs.remove("c.txt"))   // expect: true\tfalse\ttrue\ttrue
print(fs.readfile("none"))                                // expect: nil\topen none: no such file or directory
print(fs.readfile("."))                                   // expect: nil\topen .: is a directory
print(fs.stat("none"))                                    // expect: nil\tstat none: no such file or directory
print(fs.writefile("none/x", ""))                         // expect: nil\topen none/x: no such file or directory
print(fs.copy("none", "x"))                               // expect: nil\topen none: no such file or directory
print(fs.rename("none", "x"))                             // expect: nil\trename none x: no such file or directory
print(fs.remove("none"))                                  // expect: nil\tremove none: no such file or directory
print(fs.readdir("none"))                                 // expect: nil\topen none: no such file or directory
print(fs.chdir("none"))                                   // expect: nil\tchdir none: no such file or directory
here := fs.cwd()
print(fs.mkdir("sub"), fs.chdir("sub"), fs.cwd() == here .. "/sub", fs.chdir(".."), fs.remove("sub"))   // expect: true\ttrue\ttrue\ttrue\ttrue
p := fs.tempfile(".", "t-*.txt")
print(p:match("^%./t%-%w+%.txt$") != nil, fs.isfile(p), fs.remove(p), fs.isdir(fs.tempdir()), fs.tempfile("none") == nil)   // expect: true\ttrue\ttrue\ttrue\ttrue
print(fs.exists("a\0b"), fs.readfile("a\0b") == nil)      // expect: false\ttrue
print(pcall(fs.readfile))                                 // expect: false\tbad argument #1 to 'fs.readfile' (string expected, got nil)
print(pcall(fs.writefile, "x", 1))                        // expect: false\tbad argument #2 to 'fs.writefile' (string expected, got number)

print(fs.mkdir("a"), fs.isdir("a"), fs.mkdir("a/b"))               // expect: true\ttrue\ttrue
print(fs.mkdir("a"))                            // expect: nil\tmkdir a: file exists
print(fs.mkdir("x/y"))                          // expect: nil\tmkdir x/y: no such file or directory
print(fs.mkdirAll("p/q/r/"), fs.isdir("p/q/r"), fs.mkdirAll("p/q/r"), fs.mkdirAll("."))    // expect: true\ttrue\ttrue\ttrue
fs.writefile("file", "")
ok, err := fs.mkdirAll("file/sub")
print(ok, type(err))                            // expect: nil\tstring
ok, err = fs.mkdirAll("file")
print(ok, type(err))                            // expect: nil\tstring
print(pcall(fs.mkdirAll))                       // expect: false\tbad argument #1 to 'fs.mkdirAll' (string expected, got nil)
fs.mkdir(5)                                     // expect error: bad argument #1 to 'fs.mkdir' (string expected, got number)

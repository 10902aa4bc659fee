fs.writefile("bin", "a\0\xff\r\n")
print(#fs.readfile("bin"), fs.readfile("bin") == "a\0\xff\r\n")    // expect: 5\ttrue
fs.writefile("empty", "")
print(fs.readfile("empty") == "", #fs.readfile("/proc/self/stat") > 0)     // expect: true\ttrue
print(fs.readfile("missing"))                   // expect: nil\topen missing: no such file or directory
v, err := fs.readfile(".")
print(v, type(err))                             // expect: nil\tstring
fs.readfile(1)                                  // expect error: bad argument #1 to 'fs.readfile' (string expected, got number)

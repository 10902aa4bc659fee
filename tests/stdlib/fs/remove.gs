fs.writefile("f", "x")
fs.mkdirAll("d/sub")
print(fs.remove("f"), fs.exists("f"), fs.remove("d/sub"), fs.exists("d/sub"))      // expect: true\tfalse\ttrue\tfalse
fs.mkdir("d/sub")
ok, err := fs.remove("d")
print(ok, err)                                  // expect: nil\tremove d: directory not empty
print(fs.remove("missing"))                     // expect: nil\tremove missing: no such file or directory
print(fs.removeAll("d"), fs.exists("d"), fs.removeAll("d"), fs.removeAll("missing/deeper"))        // expect: true\tfalse\ttrue\ttrue
print(pcall(fs.removeAll))                      // expect: false\tbad argument #1 to 'fs.removeAll' (string expected, got nil)
fs.remove(1)                                    // expect error: bad argument #1 to 'fs.remove' (string expected, got number)

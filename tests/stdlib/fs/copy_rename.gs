fs.writefile("a", "data\0x")
print(fs.copy("a", "b"), fs.readfile("b") == "data\0x", fs.exists("a"))    // expect: true\ttrue\ttrue
print(fs.rename("b", "c"), fs.exists("b"), fs.readfile("c") == "data\0x")  // expect: true\tfalse\ttrue
print(fs.copy("missing", "x"))                  // expect: nil\topen missing: no such file or directory
print(fs.copy("a", "no/x"))                     // expect: nil\topen no/x: no such file or directory
print(fs.rename("missing", "x"))                // expect: nil\trename missing x: no such file or directory
fs.copy("a", "a")
print(fs.readfile("a") == "data\0x")            // expect: true
print(pcall(fs.copy, "a"))                      // expect: false\tbad argument #2 to 'fs.copy' (string expected, got nil)
fs.rename(nil, "b")                             // expect error: bad argument #1 to 'fs.rename' (string expected, got nil)

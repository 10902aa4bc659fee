fs.writefile("a.txt", "content")
print(os.rename("a.txt", "b.txt"), fs.exists("a.txt"), fs.readfile("b.txt"))       // expect: true\tfalse\tcontent
print(os.remove("b.txt"), fs.exists("b.txt"))   // expect: true\tfalse
print(os.remove("b.txt"))                       // expect: nil\tremove b.txt: no such file or directory
print(os.rename("x.txt", "y.txt"))              // expect: nil\trename x.txt y.txt: no such file or directory
fs.mkdir("d")
print(os.remove("d"), fs.exists("d"))           // expect: true\tfalse
print(pcall(os.rename, "a"))                    // expect: false\tbad argument #2 to 'os.rename' (string expected, got nil)
os.remove()                                     // expect error: bad argument #1 to 'os.remove' (string expected, got nil)

fs.mkdirAll("d/sub")
fs.writefile("d/b.txt", "12")
fs.writefile("d/a.txt", "1")
fs.writefile("d/.hidden", "")
for _, e := range fs.readdir("d") { io.write(e.name, ":", e.isdir, ":", e.isdir && "-" || e.size, " ") }
print()                                         // expect: .hidden:false:0 a.txt:false:1 b.txt:false:2 sub:true:- 
print(#fs.readdir("d/sub"))                     // expect: 0
print(fs.readdir("missing"))                    // expect: nil\topen missing: no such file or directory
v, err := fs.readdir("d/a.txt")
print(v, type(err))                             // expect: nil\tstring
fs.readdir()                                    // expect error: bad argument #1 to 'fs.readdir' (string expected, got nil)

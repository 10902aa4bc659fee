fs.mkdirAll("d/x")
fs.mkdirAll("d/y")
for _, name := range {"d/a1.txt", "d/a2.txt", "d/b.log", "d/x/z.txt", "d/y/z.txt"} { fs.writefile(name, "") }
func show(pat) { return table.concat(fs.glob(pat), " ") }
print(show("d/*.txt"), show("d/a?.txt"), show("d/[ab]*"))          // expect: d/a1.txt d/a2.txt\td/a1.txt d/a2.txt\td/a1.txt d/a2.txt d/b.log
print(show("d/*/z.txt"), show("d/[^a]*"), #fs.glob("none*"), show("d/a1.txt"))     // expect: d/x/z.txt d/y/z.txt\td/b.log d/x d/y\t0\td/a1.txt
print(fs.glob("d/["))                           // expect: nil\tsyntax error in pattern
fs.glob(nil)                                    // expect error: bad argument #1 to 'fs.glob' (string expected, got nil)

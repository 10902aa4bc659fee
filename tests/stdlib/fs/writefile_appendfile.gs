print(fs.writefile("f", "one"), fs.appendfile("f", "two"), fs.readfile("f"))       // expect: true\ttrue\tonetwo
print(fs.appendfile("new", "x"), fs.readfile("new"), fs.writefile("f", ""), #fs.readfile("f"))     // expect: true\tx\ttrue\t0
print(fs.writefile("no/dir/f", "x"))            // expect: nil\topen no/dir/f: no such file or directory
print(fs.appendfile("no/f", "x"))               // expect: nil\topen no/f: no such file or directory
big := string.rep("0123456789", 100000)
print(fs.writefile("big", big), fs.readfile("big") == big)         // expect: true\ttrue
print(pcall(fs.writefile, "f"))                 // expect: false\tbad argument #2 to 'fs.writefile' (string expected, got nil)
fs.appendfile("f", 5)                           // expect error: bad argument #2 to 'fs.appendfile' (string expected, got number)

print(io.open("nosuch.txt"))             // expect: nil\topen nosuch.txt: no such file or directory
print(io.open("nosuch/dir.txt", "w"))    // expect: nil\topen nosuch/dir.txt: no such file or directory
print(pcall(io.lines, "nosuch.txt"))     // expect: false\tcannot open 'nosuch.txt': no such file or directory
print(pcall(io.open))                    // expect: false\tbad argument #1 to 'io.open' (string expected, got nil)

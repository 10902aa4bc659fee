print(pcall(io.lines, "/nonexistent/file"))     // expect: false\tcannot open '/nonexistent/file': no such file or directory
print(pcall(io.lines, 5) == false)              // expect: true
for line := range io.lines("missing.txt") { }   // expect error: cannot open 'missing.txt': no such file or directory

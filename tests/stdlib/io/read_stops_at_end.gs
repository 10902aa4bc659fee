// nil at the end of file, after which no further formats are read.
// stdin: only
print(io.read("l", "l", "l"))                     // expect: only\tnil
print(pcall(io.read, "z"))                        // expect: false\tbad argument #1 to 'io.read' (invalid format)

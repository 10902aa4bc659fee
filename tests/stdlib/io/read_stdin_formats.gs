// stdin: first line
// stdin: 42 tail
// stdin: last
print(io.read())                                // expect: first line
print(io.read(3), io.read("n"))                 // expect: 42 \tnil
print(io.read("l", "l"))                        // expect: last\tnil
print(io.read("a") == "", io.read(0))           // expect: true\tnil

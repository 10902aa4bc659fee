// stdin: first
// stdin: second
// stdin: third
print(io.read())            // expect: first
print(io.read("l"))         // expect: second
print(io.read("L") == "third\n", io.read(), io.read("a"), io.read("l"))   // expect: true\tnil\t\tnil

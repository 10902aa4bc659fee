// stdin: 12
// stdin: 1.5
// stdin: word
// stdin: abcdef
// stdin: rest 1
// stdin: rest 2
print(io.read("n"), io.read("n"), io.read("n"))   // expect: 12\t1.5\tnil
print(io.read(2, 3, "l"))                         // expect: ab\tcde\tf
print(io.read("*a") == "rest 1\nrest 2\n", io.read("a") == "", io.read(1))   // expect: true\ttrue\tnil

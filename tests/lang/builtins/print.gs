print()                       // expect:
print(nil, true, 1, 1.0, "s") // expect: nil\ttrue\t1\t1.0\ts
print("a\tb", "")             // expect: a\tb\t
print(select("#", print("x")))   // expect: x
// expect: 0

a, b, c := 1, 2, 3
a, b = b, a
print(a, b)             // expect: 2\t1
a, b, c = c, a, b
print(a, b, c)          // expect: 3\t2\t1
t := {1, 2}
t[1], t[2] = t[2], t[1]
print(t[1], t[2])       // expect: 2\t1

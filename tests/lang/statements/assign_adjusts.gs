func two() { return 1, 2 }
a, b, c := 0, 0, 0
a, b, c = two()
print(a, b, c)          // expect: 1\t2\tnil
a, b = 5, 6, 7
print(a, b)             // expect: 5\t6
a, b = two(), 9
print(a, b)             // expect: 1\t9
a, b = 1
print(a, b)             // expect: 1\tnil
a, b, c = 9, two()
print(a, b, c)          // expect: 9\t1\t2

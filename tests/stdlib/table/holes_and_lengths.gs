t := {1, 2, nil, 4}
n := #t
print(n == 2 || n == 4, table.count(t), #table.values(t))          // expect: true\t3\t3
t[5] = 5; t[3] = 3
print(#t, table.concat(t, ""), table.remove(t, 3), #t)             // expect: 5\t12345\t3\t4
u := {}
for i := 10; i >= 1; i-- { u[i] = i }
print(#u, table.concat(u, " "))                 // expect: 10\t1 2 3 4 5 6 7 8 9 10
for i := 1; i <= 10; i++ { u[i] = nil }
print(#u, next(u))                              // expect: 0\tnil

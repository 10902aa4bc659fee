t := {3, 1, "x", 2}
print(pcall(table.sort, t) == false, t[1], t[2], t[3], t[4])   // expect: true\t3\t1\tx\t2
u := {4, 3, 2, 1}
n := 0
print(pcall(table.sort, u, func(a, b) { n++; if n == 3 { error("E") } return a < b }))   // expect: false\tE
print(table.concat(u, " "))                         // expect: 4 3 2 1
print(pcall(table.sort, {2, nil, 1}) == false)      // expect: true

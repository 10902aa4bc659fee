t := {1, 2, 3}
n := 0
for i := 1; i <= #t; i++ {
    n++
    if #t < 6 { append(t, 0) }
}
print(n)     // expect: 6

x, t := 1, {n: 1, 2}
x++
t.n++
t[1]--
print(x, t.n, t[1])   // expect: 2\t2\t1
x--
print(x)              // expect: 1
f := 1.5
f++
print(f)              // expect: 2.5
s := "5"
s++
print(s)              // expect: 6

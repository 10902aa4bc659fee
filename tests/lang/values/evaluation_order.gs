// An operand has the value it had when it was evaluated.
x := 5
print(x + func() { x = 10; return 1 }())       // expect: 6
x = 5
func f() { x = 7; return 0 }
print(x, f(), x)                               // expect: 5\t0\t7
y := 1
t := {y, func() { y = 2; return 9 }(), y}
print(t[1], t[2], t[3])                        // expect: 1\t9\t2
func g() {
    a := "a"
    b := a .. func() { a = "z"; return "b" }() .. a
    return b
}
print(g())                                     // expect: abz

// On locals, captured variables, globals, fields and elements alike.
g := 1
func f() {
    l := 1
    c := 1
    inc := func() { c += 10; c++ }
    l += 2; l++
    inc(); inc()
    g *= 6; g--
    t := {n: 1, 5}
    t.n++; t.n <<= 3
    t[1]--; t[1] ..= "!"
    return l, c, g, t.n, t[1]
}
print(f())    // expect: 4\t23\t5\t16\t4!

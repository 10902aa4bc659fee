// Captured variables that are reassigned, shared, never reassigned.
func f() {
    fixed, changed, shared := 1, 2, 3
    g := func() { shared++; return fixed + changed + shared }
    changed = 20
    h := func() { shared *= 2; return shared }
    return g, h
}
g, h := f()
print(g(), h(), g(), h())               // expect: 25\t8\t30\t18

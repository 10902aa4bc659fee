// Anywhere else ... is the first extra.
func f(...) {
    x := ... + 1
    y := (...)
    z, w := ...
    return x, y, z, w, ... || "none"
}
print(f(5, 6))         // expect: 6\t5\t5\t6\t5
func g(...) { return ... == nil, type(...) }
print(g(), g(1, 2))    // expect: true\tfalse\tnumber
func h(...) { if ... { return "yes" } return "no" }
print(h(), h(false), h(1))   // expect: no\tno\tyes

// A variable is visible from the end of its declaring statement.
x := "outer"
func f() {
    y := x
    x := x .. "!"
    return y, x
}
print(f())    // expect: outer\touter!
print(x)      // expect: outer

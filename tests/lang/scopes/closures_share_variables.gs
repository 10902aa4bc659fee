// Functions capture variables, not values.
func pair() {
    n := 0
    return func() { n++ ; return n }, func() { return n }, func(v) { n = v }
}
inc, get, set := pair()
inc(); inc()
print(get())        // expect: 2
set(10)
print(inc(), get()) // expect: 11\t11
inc2, get2 := pair()
print(get2(), get())   // expect: 0\t11

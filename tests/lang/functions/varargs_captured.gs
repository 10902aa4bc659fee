// A named vararg table is captured like any variable.
func f(args...) { return func(i) { return args[i] } }
g := f("a", "b")
print(g(1), g(2), g(3))       // expect: a\tb\tnil

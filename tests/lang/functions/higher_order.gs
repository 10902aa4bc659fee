func compose(f, g) { return func(...) { return f(g(...)) } }
inc := func(x) { return x + 1 }
print(compose(inc, inc)(1), compose(print, math.max)(1, 5, 3))   // expect: 5
// expect: 3

func e(f) { _, m := pcall(f); print(m) }
x, n, b := nil, 5, true
e(func() { return x.y })           // expect: attempt to index a nil value
e(func() { return x[1] })          // expect: attempt to index a nil value
e(func() { return n.y })           // expect: attempt to index a number value
e(func() { b.y = 1 })              // expect: attempt to index a boolean value
e(func() { print[1] = 1 })         // expect: attempt to index a function value
e(func() { return make(chan).x })  // expect: attempt to index a channel value
e(func() { t := {}; t.a.b = 1 })   // expect: attempt to index a nil value

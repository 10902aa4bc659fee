// Callbacks in callbacks, 2000 deep, in every function that takes one.
func nest(f, n) { if n == 0 { return 0 } r := f(n); return r }
func m(n) { return nest(func(k) { return table.map({1}, func() { return m(k - 1) })[1] + 1 }, n) }
func r(n) { return nest(func(k) { return table.reduce({1}, func(a, v) { return r(k - 1) + 1 }, 0) }, n) }
func s(n) { return nest(func(k) { d := 0; sort.by({2, 1}, func() { d = s(k - 1); return false }); return d + 1 }, n) }
print(m(1500), r(1500), s(1500))                // expect: 1500\t1500\t1500
ok, e := pcall(func() { return m(1 << 40) })
print(ok, e)                                    // expect: false\tstack overflow
// skip with: --gc-stress

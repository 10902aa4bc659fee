print(cap(make(chan)), cap(make(chan, 0)), cap(make(chan, 3)), cap(make(chan, 2.0)))   // expect: 0\t0\t3\t2
print(pcall(func() { return make(chan, -1) }))    // expect: false\tbad argument #2 to 'make' (non-negative integer expected, got -1)
print(pcall(func() { return make(chan, 1.5) }))   // expect: false\tbad argument #2 to 'make' (non-negative integer expected, got 1.5)
print(pcall(func() { return make(chan, {}) }))    // expect: false\tbad argument #2 to 'make' (non-negative integer expected, got table)
print(pcall(func() { return make(chan, true) }))  // expect: false\tbad argument #2 to 'make' (non-negative integer expected, got boolean)

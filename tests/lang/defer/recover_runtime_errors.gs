func catch(f) {
    res := {}
    func run() {
        defer func() { res.e = recover() }()
        f()
    }
    run()
    return res.e
}
print(catch(func() { x := nil; return x.y }))    // expect: attempt to index a nil value
print(catch(func() { return 1 / 0 }))            // expect: attempt to divide by zero
print(catch(func() { return string.rep() }))     // expect: bad argument #1 to 'string.rep' (string expected, got nil)

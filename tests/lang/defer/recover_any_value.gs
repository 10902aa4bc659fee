func catch(v) {
    got := nil
    func run() {
        defer func() { got = recover() }()
        error(v)
    }
    run()
    return got
}
print(catch("s"), catch(5), catch(false), catch({n: 1}).n)   // expect: s\t5\tfalse\t1

for _, src := range {"5 = 1", "f() = 1", "(a) = 1", "a + b = 1", "f() += 1", "f()++", "a, f() = 1, 2", "'s' = 1"} {
    f, err := load(src)
    print(src, f, err:match("%d+:%d+: (.*)"))
}
// expect: 5 = 1\tnil\tcannot assign to this expression
// expect: f() = 1\tnil\tcannot assign to this expression
// expect: (a) = 1\tnil\tcannot assign to this expression
// expect: a + b = 1\tnil\tcannot assign to this expression
// expect: f() += 1\tnil\tcannot assign to this expression
// expect: f()++\tnil\tcannot assign to this expression
// expect: a, f() = 1, 2\tnil\tcannot assign to this expression
// expect: 's' = 1\tnil\tcannot assign to this expression

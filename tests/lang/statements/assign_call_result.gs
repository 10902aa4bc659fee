// expect syntax error: 3:1: cannot assign to this expression
f := func() { }
f() = 1

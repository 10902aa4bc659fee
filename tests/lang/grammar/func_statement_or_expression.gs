// func and a name declare; func ( begins an expression.
func f() { return "declared" }
func() { print("called at once", f()) }()   // expect: called at once\tdeclared
go func() { }()
x := func() { return 1 }
print(x())                                  // expect: 1

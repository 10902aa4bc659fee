// As an operand a call counts as its first value.
func f() { return 1, 2 }
func none() { }
print(f() + 1, f() == 1, -f(), {f()}[1])       // expect: 2\ttrue\t-1\t1
print(f() && "and")                            // expect: and
print(f() .. "", !none())                      // expect: 1\ttrue
print(pcall(func() { return none() + 1 }))     // expect: false\tattempt to perform arithmetic on a nil value
a, b := f() + 0
print(a, b)                                    // expect: 1\tnil

// ( at the start of a line begins a new statement.
f := func(x) { return x }
x := f
(func() { print("statement") })()   // expect: statement
print(x == f)                       // expect: true
y := f (3)
print(y)                            // expect: 3

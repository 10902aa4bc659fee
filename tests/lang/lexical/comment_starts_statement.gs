// After a comment that spans lines, ( begins a new statement.
f := func(x) { return x }
g := f /*
*/ (func() { print("own statement") })()   // expect: own statement
print(g == f)                              // expect: true

f, err := load("const a = 1; a = 2; break", "name")
print(f, err)                              // expect: nil\tname:1:14: cannot assign to constant 'a'
print(pcall(loadstring, "return )"))       // expect: false\t(load):1:8: expected statement, found ')'
f2, err2 := load("\n\n   @")
print(f2, err2)                            // expect: nil\t(load):3:4: unexpected character '@'

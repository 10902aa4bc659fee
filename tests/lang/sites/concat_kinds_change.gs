func join(a, b, c) { return a .. b .. c }
print(join("a", "b", "c"), join(1, 2.5, "x"), join(1, 2, 3), join("", "", ""))   // expect: abc\t12.5x\t123\t
print(#join(("x"):rep(100), ("y"):rep(100), ("z"):rep(100)))                   // expect: 300
print(pcall(join, "a", nil, "c"))       // expect: false\tattempt to concatenate a nil value
v := setmetatable({}, {__concat: func(a, b) { return "m" }})
print(join("a", "b", v), join(v, "b", "c"), join("a", v, "c"))                 // expect: am\tm\tam

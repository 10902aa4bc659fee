// Operands are evaluated left to right and joined from the right.
func v(x) { io.write(x, " "); return x }
print(v("a") .. v("b") .. v("c"))    // expect: a b c abc
m := setmetatable({}, {__concat: func(a, b) { return "<" .. type(a) .. type(b) .. ">" }})
print("x" .. m .. "y" .. "z")        // expect: x<tablestring>

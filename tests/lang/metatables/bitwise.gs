mt := {}
for _, ev := range {"band", "bor", "bxor", "shl", "shr"} {
    mt["__" .. ev] = func(a, b) { return ev .. (type(a) == "table" && "L" || a) .. (type(b) == "table" && "R" || b) }
}
mt.__bnot = func(a) { return 7 }
v := setmetatable({}, mt)
print(v & 1, 1 | v, v ^ 2, v << 3, 1 >> v, ^v)    // expect: bandL1\tbor1R\tbxorL2\tshlL3\tshr1R\t7
print(v &^ 2, 15 &^ v)                            // expect: bandL-3\t7
print(pcall(func() { return 1.5 & v }))           // expect: true\tband1.5R

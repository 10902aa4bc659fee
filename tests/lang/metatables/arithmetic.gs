// Each arithmetic event with the table left and right.
mt := {}
for _, ev := range {"add", "sub", "mul", "div", "mod", "pow"} {
    mt["__" .. ev] = func(a, b) { return ev .. (type(a) == "table" && "L" || a) .. (type(b) == "table" && "R" || b) }
}
v := setmetatable({}, mt)
print(v + 1, 1 + v, v - 1, 1 - v, v * 1, 1 * v)   // expect: addL1\tadd1R\tsubL1\tsub1R\tmulL1\tmul1R
print(v / 0, 1 / v, v % 0, 1 % v, v ** 2, 2 ** v) // expect: divL0\tdiv1R\tmodL0\tmod1R\tpowL2\tpow2R
print(v + v, "5" + v, v + "x", "x" + v)           // expect: addLR\tadd5R\taddLx\taddxR

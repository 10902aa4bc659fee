// There is no small limit on parameters and arguments.
names, values := {}, {}
for i := 1; i <= 300; i++ { append(names, "p" .. i); append(values, i) }
f := load("return func(" .. table.concat(names, ", ") .. ") { return p1, p150, p300 }")()
print(f(values...))    // expect: 1\t150\t300

// A function with more variables than short operands can name.
lines := {}
for i := 1; i <= 400; i++ { append(lines, "a" .. i .. " := x + " .. i) }
append(lines, "t := {a300, a399, n: a400}")
append(lines, "a350 += a1; a399++; t.n -= a2; g := func() { a390 += 1; return a390 }")
append(lines, "for i := a1; i < a5; i++ { a400 += i }")
append(lines, "return a300, a350, a399, t[2], t.n, g(), a390, a400, a350 < a351, a1 .. a400, #t, -a400, a399 == a399 && a398")
f := load("return func(x) {\n" .. table.concat(lines, "\n") .. "\n}")()
print(f(1))     // expect: 301\t353\t401\t400\t398\t392\t392\t415\tfalse\t2415\t2\t-415\t399

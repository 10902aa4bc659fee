func lt(a, b) { if a < b { return "lt" } return "ge" }
mt := {__lt: func(a, b) { return true }}
v := setmetatable({}, mt)
for round := range 2 {
    io.write(lt(1, 2), lt(2, 1), lt(1.5, 2), lt("a", "b"), lt(v, v), lt(0.0 / 0, 1), lt(1 << 50, 2.0 ** 51), " ")
}
print()     // expect: ltgeltltltgelt ltgeltltltgelt\x20
func eq(a, b) { if a == b { return "eq" } return "ne" }
big := 1 << 60
for round := range 2 {
    io.write(eq(1, 1), eq(1, 1.0), eq("a", "a"), eq(nil, false), eq(big, 1 << 60), eq({}, {}), eq(0.0 / 0, 0.0 / 0), eq(("x"):rep(60), ("x"):rep(60)), " ")
}
print()     // expect: eqeqeqneeqneneeq eqeqeqneeqneneeq\x20

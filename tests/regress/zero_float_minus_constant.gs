// Floats next to zero are small bit patterns: a constant taken from them must not wrap round to an int.
func less(x) { return x - 2 }
print(less(0.0), less(-0.0), less(5e-324), less(1), less(140737488355327), less(-140737488355328))
x := 0.0
x--
print(x, 0.0 - 1)
for i := 0.0; i > -3; i-- { x += i - 1 }
print(x)
g := 0.0
func down() { g -= 3; return g }
print(down(), down())
func count(a, b) { s := ""; for i := a; i > b; i -= 2 { s = s .. " " .. i; if #s > 30 { break } }; return s }
print(count(2, -2), count(0.0, -3), count(0.0, -3.0), count(5e-324, -3))
// expect: -2.0	-2.0	-2.0	-1	140737488355325	-140737488355330
// expect: -1.0	-1.0
// expect: -7.0
// expect: -3.0	-6.0
// expect:  2 0	 0.0 -2.0	 0.0 -2.0	 5e-324 -2.0

func mul(a, b) { return a * b }
for i := range 100 { mul(i, i) }
print(mul(3037000500, 3037000500), mul(math.mininteger, -1), mul(1 << 40, 1 << 40))   // expect: -9223372036709301616\t-9223372036854775808\t0
func inc(x) { x++; return x }
for i := range 100 { inc(i) }
print(inc(140737488355327), inc(-140737488355329), inc(math.maxinteger), inc(1.5))    // expect: 140737488355328\t-140737488355328\t-9223372036854775808\t2.5
func sum(n, start) { s := start; for i := range n { s += i } return s }
print(sum(10, 0), sum(10, 140737488355320), sum(4, math.maxinteger), sum(3, 0.5))     // expect: 45\t140737488355365\t-9223372036854775803\t3.5

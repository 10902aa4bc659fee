// Sums of ints, floats, ints that are not inline, numeric strings and tables with metamethods at the same instructions.
V := {}
V.__add = func(a, b) { return 1000 }
V.__mul = func(a, b) { return 2 }
v := setmetatable({}, V)
vals := {1, 2.5, 1 << 60, "7", v, -3, 0.25, 1 << 62, -0.0, math.huge}
func sum(t, n, skip) {
    s := 0
    for i := 1; i <= n; i++ {
        if i % 10 == skip { s = 0 }
        s = s + t[i] * 3
        s = s - t[i] / 4 * 2
        if s == math.huge || s != s { s = 1 }
    }
    return s
}
t := {}
for i := 1; i <= 500; i++ { t[i] = vals[1 + i % 4] }
V.__div = func(a, b) { return 8 }
out := 0
for k := 1; k <= 300; k++ { out = out + sum(t, 500, k % 7) % 1000 }
print(out)   // expect: 189305.0
for i := 1; i <= 500; i++ { t[i] = vals[1 + i % 10] }
for k := 1; k <= 300; k++ { out = out + sum(t, 500, k % 7) % 1000 }
print(out, math.type(out))   // expect: 190313.0\tfloat
for i := 1; i <= 500; i++ { t[i] = i % 2 == 0 && i || i / 2 }
for k := 1; k <= 3000; k++ { out = out + sum(t, 500, 11) % 1000 }
print(out, math.type(out))   // expect: 190313.0\tfloat

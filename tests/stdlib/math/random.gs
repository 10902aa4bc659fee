math.randomseed(42)
a, b, c := math.random(), math.random(100), math.random(5, 7)
math.randomseed(42)
print(a == math.random(), b == math.random(100), c == math.random(5, 7))      // expect: true\ttrue\ttrue
ok := true
for range 1000 {
    f, i, j := math.random(), math.random(6), math.random(-3, 3)
    if f < 0 || f >= 1 || i < 1 || i > 6 || j < -3 || j > 3 || math.type(i) != "integer" { ok = false }
}
print(ok, math.random(5, 5))            // expect: true\t5
print(math.type(math.random(math.mininteger, math.maxinteger)))               // expect: integer
print(pcall(math.random, 0))            // expect: false\tbad argument #1 to 'math.random' (interval is empty)
print(pcall(math.random, 2, 1))         // expect: false\tbad argument #2 to 'math.random' (interval is empty)

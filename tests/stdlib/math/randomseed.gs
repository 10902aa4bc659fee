func draw() { return {math.random(1000000), math.random(), math.random(-5, 5)} }
math.randomseed(42)
a := draw()
math.randomseed(42)
b := draw()
math.randomseed(43)
c := draw()
print(a[1] == b[1] && a[2] == b[2] && a[3] == b[3], a[2] == c[2], select("#", math.randomseed(1)))         // expect: true\tfalse\t0
math.randomseed(-1); x := math.random(); math.randomseed("-1")
print(math.random() == x)                       // expect: true
math.randomseed({})                             // expect error: bad argument #1 to 'math.randomseed' (number expected, got table)

func draw() { return rand.int(1000000) .. " " .. rand.float() .. " " .. rand.normal() .. " " .. tostring(rand.bool()) .. " " .. rand.bytes(4):byte() }
rand.seed(99)
a := draw()
rand.seed(99)
print(draw() == a, draw() == a, select("#", rand.seed(1)))         // expect: true\tfalse\t0
s := rand.timeSeed()
x := rand.int()
rand.seed(s)
print(math.type(s), rand.int() == x)            // expect: integer\ttrue
// The two generators do not disturb each other.
math.randomseed(5); p := math.random(); math.randomseed(5); rand.int(); rand.seed(3)
print(math.random() == p)                       // expect: true
rand.seed("x")                                  // expect error: bad argument #1 to 'rand.seed' (number expected, got string)

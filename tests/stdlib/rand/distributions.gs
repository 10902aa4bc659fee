rand.seed(11)
n, sum, squares := 20000, 0, 0
for range n { x := rand.normal(10, 2); sum += x; squares += (x - 10) ** 2 }
print(math.abs(sum / n - 10) < 0.1, math.abs(math.sqrt(squares / n) - 2) < 0.1, rand.normal(5, 0))         // expect: true\ttrue\t5.0
sum = 0
for range n { x := rand.exp(4); assert(x >= 0); sum += x }
print(math.abs(sum / n - 0.25) < 0.01)          // expect: true
heads := 0
for range n { if rand.bool() { heads++ }; f := rand.float(); assert(f >= 0 && f < 1) }
print(heads > 9500 && heads < 10500)            // expect: true
print(pcall(rand.normal, 0, -1))                // expect: false\tbad argument #2 to 'rand.normal' (non-negative number expected)
print(pcall(rand.exp, 0))                       // expect: false\tbad argument #1 to 'rand.exp' (positive number expected)
rand.exp(-1)                                    // expect error: bad argument #1 to 'rand.exp' (positive number expected)

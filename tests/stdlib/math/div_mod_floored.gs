print(math.div(7, 2), math.div(-7, 2), math.div(7, -2), math.div(-7, -2))  // expect: 3\t-4\t-4\t3
print(math.mod(7, 3), math.mod(-7, 3), math.mod(7, -3), math.mod(-7, -3))  // expect: 1\t2\t-2\t-1
for a := -20; a <= 20; a++ { for b := -5; b <= 5; b++ { if b != 0 {
    q, r := math.div(a, b), math.mod(a, b)
    assert(q * b + r == a && q == math.floor(a / b) && (r == 0 || (r < 0) == (b < 0)), a .. " " .. b)
} } }
print(math.div(math.mininteger, -1), math.mod(math.mininteger, -1), math.div(6.9, "2"))    // expect: -9223372036854775808\t0\t3
print(pcall(math.div, 1, 0))                    // expect: false\tattempt to divide by zero
print(pcall(math.mod, 1, 0))                    // expect: false\tattempt to perform modulo by zero
print(pcall(math.div, 1))                       // expect: false\tbad argument #2 to 'math.div' (number expected, got nil)
math.mod(1 / 0.0, 2)                            // expect error: bad argument #1 to 'math.mod' (number has no integer representation)

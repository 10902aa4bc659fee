for range 2000 {
    f := math.random()
    assert(f >= 0 && f < 1 && math.type(f) == "float")
    i := math.random(6)
    assert(i >= 1 && i <= 6 && math.type(i) == "integer")
    j := math.random(-3, 3)
    assert(j >= -3 && j <= 3)
}
print(math.random(1), math.random(5, 5), math.type(math.random(math.mininteger, math.maxinteger)))         // expect: 1\t5\tinteger
print(pcall(math.random, 0))                    // expect: false\tbad argument #1 to 'math.random' (interval is empty)
print(pcall(math.random, 3, 2))                 // expect: false\tbad argument #2 to 'math.random' (interval is empty)
print(pcall(math.random, "x"))                  // expect: false\tbad argument #1 to 'math.random' (number expected, got string)
math.random(-5)                                 // expect error: bad argument #1 to 'math.random' (interval is empty)

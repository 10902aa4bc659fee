for range 1000 {
    i := rand.int()
    assert(i >= 0 && math.type(i) == "integer")
    j := rand.int(6)
    assert(j >= 0 && j <= 5)
    k := rand.int(-2, 2)
    assert(k >= -2 && k <= 2)
}
print(rand.int(1), rand.int(7, 7), math.type(rand.int(math.mininteger, math.maxinteger)))  // expect: 0\t7\tinteger
print(pcall(rand.int, 0))                       // expect: false\tbad argument #1 to 'rand.int' (positive number expected)
print(pcall(rand.int, 2, 1))                    // expect: false\tbad argument #2 to 'rand.int' (interval is empty)
rand.int("six")                                 // expect error: bad argument #1 to 'rand.int' (number expected, got string)

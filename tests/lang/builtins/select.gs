print(select("#"), select("#", nil, nil), select("#", 1, 2, 3))   // expect: 0\t2\t3
print(select(1, "a", "b"))       // expect: a\tb
print(select(2, "a", "b", "c"))  // expect: b\tc
print(select(5, "a"))            // expect:
print((select(2, "a", "b", "c")))   // expect: b
print(pcall(select, 0, 1))       // expect: false\tbad argument #1 to 'select' (index out of range)
print(pcall(select, -1, 1))      // expect: false\tbad argument #1 to 'select' (index out of range)
print(pcall(select, "x"))        // expect: false\tbad argument #1 to 'select' (number expected, got string)

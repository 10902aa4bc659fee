print(select("#"), select("#", nil, nil), select(2, "a", "b", "c"))        // expect: 0\t2\tb\tc
print(select("#", select(4, 1, 2, 3)), (select(1, "x")), select("2", 1, 2))        // expect: 0\tx\t2
print(pcall(select, 0, 1))                      // expect: false\tbad argument #1 to 'select' (index out of range)
print(pcall(select, -1, 1))                     // expect: false\tbad argument #1 to 'select' (index out of range)
select("x", 1)                                  // expect error: bad argument #1 to 'select' (number expected, got string)

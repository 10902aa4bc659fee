print(min(3, 1, 2), max(3, 1, 2), min(5), max("a", "c", "b"), min("b", "a"))   // expect: 1\t3\t5\tc\ta
print(min(1, 1.0), max(1.0, 1), max(1, 2.5), min(2, 1.5))                      // expect: 1\t1.0\t2.5\t1.5
print(max(1, 0.0 / 0), min(0.0 / 0, 1))                                        // expect: NaN\tNaN
print(pcall(min))           // expect: false\tbad argument #1 to 'min' (number expected, got nil)
print(pcall(max, 1, "x"))   // expect: false\tbad argument #2 to 'max' (number expected, got string)
print(pcall(max, "x", 1))   // expect: false\tbad argument #2 to 'max' (string expected, got number)

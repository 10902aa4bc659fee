print(min(3, 1, 2), max(3, 1, 2), min(1, 1.0), max(1.0, 1), min("b", "a", "c"), max("b", "a", "ba"))       // expect: 1\t3\t1\t1.0\ta\tba
print(min(1, 0.0 / 0), max(0.0 / 0, 1), min(5), max("only"))       // expect: NaN\tNaN\t5\tonly
print(pcall(min))                               // expect: false\tbad argument #1 to 'min' (number expected, got nil)
print(pcall(max, 1, "2"))                       // expect: false\tbad argument #2 to 'max' (number expected, got string)
print(pcall(max, "a", 1))                       // expect: false\tbad argument #2 to 'max' (string expected, got number)
min({})                                         // expect error: bad argument #1 to 'min' (number expected, got table)

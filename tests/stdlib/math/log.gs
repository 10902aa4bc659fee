print(math.log(1), math.log(math.exp(1)), math.log(0), math.log(-1))       // expect: 0.0\t1.0\t-Inf\tNaN
for n := range 1000 { assert(math.log(2.0 ** n, 2) == n, n) }
for n := range 23 { assert(math.log(10.0 ** n, 10) == n, n) }
print(math.log(8, 2), math.log(1000, 10), math.log(0.125, 2), math.log(1024, 4))   // expect: 3.0\t3.0\t-3.0\t5.0
print(math.log(2, 1), math.log(1, 0), math.log("100", "10"))       // expect: +Inf\t-0.0\t2.0
print(pcall(math.log))                          // expect: false\tbad argument #1 to 'math.log' (number expected, got nil)
math.log(1, "e")                                // expect error: bad argument #2 to 'math.log' (number expected, got string)

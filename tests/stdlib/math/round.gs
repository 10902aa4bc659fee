print(math.round(0.5), math.round(1.5), math.round(2.5), math.round(-0.5), math.round(-2.5))       // expect: 1\t2\t3\t-1\t-3
print(math.round(0.49999999999999994), math.round(2.4), math.round(7), math.type(math.round(2.5)))         // expect: 0\t2\t7\tinteger
print(math.round(3.14159, 2), math.round(2.675, 2), math.round(1234, -2), math.round(1250, -2), math.round(5, 1))  // expect: 3.14\t2.68\t1200.0\t1300.0\t5.0
print(math.round(1e300), math.round(1 / 0.0), math.round(0.0 / 0), math.round(1e300, 2))   // expect: 1e+300\t+Inf\tNaN\t1e+300
print(math.round(-1.005, 1), math.round(1e15 + 0.5))               // expect: -1.0\t1000000000000001
math.round(1, "a")                              // expect error: bad argument #2 to 'math.round' (number expected, got string)

nan, inf := 0.0 / 0, 1 / 0.0
print(math.isnan(nan), math.isnan(inf), math.isnan(0), math.isnan("nan"))  // expect: true\tfalse\tfalse\ttrue
print(math.isinf(inf), math.isinf(-inf), math.isinf(nan), math.isinf(math.maxinteger), math.isinf("inf"))  // expect: true\ttrue\tfalse\tfalse\ttrue
print(pcall(math.isnan))                        // expect: false\tbad argument #1 to 'math.isnan' (number expected, got nil)
math.isinf({})                                  // expect error: bad argument #1 to 'math.isinf' (number expected, got table)

print(math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.7), math.floor(2), math.ceil(2.0))   // expect: -2\t-1\t-1\t2\t2
print(math.round(2.5), math.round(-2.5), math.round(2.4), math.round(0.5), math.round(7))   // expect: 3\t-3\t2\t1\t7
print(math.round(2.567, 2), math.round(1234, -2), math.round(2.5, 0), math.round(1.005, 1))   // expect: 2.57\t1200.0\t3\t1.0
print(math.floor(1e300), math.ceil(-1e300), math.trunc(1 / 0.0), math.floor(0.0 / 0))       // expect: 1e+300\t-1e+300\t+Inf\tNaN
print(math.floor(9007199254740993), math.floor(-0.0), math.ceil(-0.5))                        // expect: 9007199254740993\t0\t0
print(math.floor(9.2e18), math.type(math.floor(9223372036854775808.0)))                       // expect: 9200000000000000000\tfloat

t := os.time()
print(math.type(t), t > 1600000000)            // expect: integer\ttrue
print(os.time({year: 1970, month: 1, day: 1, hour: 0}), os.time({year: 2024, month: 2, day: 29}))   // expect: 0\t1709208000
print(os.time({year: 2024, month: 1, day: 1, hour: 1, min: 2, sec: 3}))                              // expect: 1704070923
print(os.difftime(10, 4), math.type(os.clock()), os.clock() >= 0)                                     // expect: 6.0\tfloat\ttrue

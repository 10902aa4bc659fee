data := {2, 4, 4, 4, 5, 5, 7, 9}
mean := table.reduce(data, func(a, v) { return a + v }, 0) / #data
variance := table.reduce(data, func(a, v) { return a + (v - mean) ** 2 }, 0) / #data
print(mean, math.type(mean), math.sqrt(variance), math.round(math.pi, 3), math.clamp(mean, 0, 4))  // expect: 5\tinteger\t2.0\t3.142\t4

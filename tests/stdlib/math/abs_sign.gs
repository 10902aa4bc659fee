print(math.abs(-4), math.abs(4), math.abs(-1.5), math.abs(math.mininteger), math.abs("-3"))   // expect: 4\t4\t1.5\t-9223372036854775808\t3
print(math.sign(-2.5), math.sign(0), math.sign(7), math.sign(0.0 / 0), math.sign(-0.0), math.type(math.sign(1.5)))   // expect: -1\t0\t1\t0\t0\tinteger

// Floats with an exact integral value in int range are the int key.
t := {}
t[1.0] = "one"; t[2] = "two"; t[-0.0] = "zero"; t[2.0 ** 62] = "big"
print(t[1], t[2.0], t[0], t[4611686018427387904], #t)      // expect: one\ttwo\tzero\tbig\t2
t[1e300] = "huge"; t[9223372036854775808.0] = "beyond"; t[0.5] = "half"
print(t[1e300], t[9223372036854775808.0], t[0.5])          // expect: huge\tbeyond\thalf
t[1 / 0.0] = "inf"
print(t[1 / 0.0], t[-1 / 0.0])                             // expect: inf\tnil

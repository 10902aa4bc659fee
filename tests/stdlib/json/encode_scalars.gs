print(json.encode(nil), json.encode(true), json.encode(false), json.encode(0), json.encode(-7), json.encode("x"))  // expect: null\ttrue\tfalse\t0\t-7\t"x"
print(json.encode(math.maxinteger), json.encode(math.mininteger))  // expect: 9223372036854775807\t-9223372036854775808
print(json.encode(1.5), json.encode(2.0), json.encode(-0.0), json.encode(1e20), json.encode(1e21), json.encode(1.5e300))   // expect: 1.5\t2\t-0\t100000000000000000000\t1e+21\t1.5e+300
print(json.encode(0.000001), json.encode(0.0000001), json.encode(5e-324), json.encode(0.1 + 0.2))  // expect: 0.000001\t1e-7\t5e-324\t0.30000000000000004
print(json.encode(1 / 0.0), json.encode(-1 / 0.0), json.encode(0.0 / 0), json.encode())    // expect: null\tnull\tnull\tnull
json.encode(func() { })                         // expect error: json.encode: cannot encode a function value

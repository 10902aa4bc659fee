v := json.decode(`{"n": [1, 2.0, null, "é", -3, 1e2], "t": true, "f": false, "o": {"x": {}}}`)
print(v.n[1], v.n[2], v.n[3], v.n[4], v.n[5], v.n[6], #v.n)     // expect: 1\t2.0\tnil\té\t-3\t100.0\t6
print(v.t, v.f, next(v.o.x))                                   // expect: true\tfalse\tnil
print(json.decode("5"), json.decode(" \"s\" "), json.decode("true"), json.decode("[]")[1])   // expect: 5\ts\ttrue\tnil
print(json.decode("9223372036854775807"), json.decode("9223372036854775808"), json.decode("-0"), json.decode("12345678901234567890"))   // expect: 9223372036854775807\t9223372036854776000.0\t0\t12345678901234567000.0
print(math.type(json.decode("1.0")), math.type(json.decode("1e0")), math.type(json.decode("1")))   // expect: float\tfloat\tinteger
for k := range json.decode(`{"z":1,"a":2,"m":3}`) { io.write(k, " ") }
print(json.decode(`{"a":1,"a":2}`).a)                          // expect: z a m 2

print(math.type(1), math.type(1.0), math.type("1"), math.type(nil), math.type({}), math.type(0.0 / 0))     // expect: integer\tfloat\tfalse\tfalse\tfalse\tfloat
print(math.tointeger(3), math.tointeger(3.0), math.tointeger(3.5), math.tointeger("3"), math.tointeger({}))        // expect: 3\t3\tnil\tnil\tnil
print(math.tointeger(9223372036854775808.0), math.tointeger(-9223372036854775808.0), math.tointeger(0.0 / 0), math.tointeger(-0.0))        // expect: nil\t-9223372036854775808\tnil\t0
print(math.type(math.tointeger(5.0)), math.type())                 // expect: integer\tfalse

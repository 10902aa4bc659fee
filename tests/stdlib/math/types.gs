print(math.type(1), math.type(1.0), math.type("1"), math.type(nil))          // expect: integer\tfloat\tfalse\tfalse
print(math.tointeger(4), math.tointeger(4.0), math.tointeger(4.5), math.tointeger("4"), math.tointeger(1e300))   // expect: 4\t4\tnil\tnil\tnil
print(math.isnan(0.0 / 0), math.isnan(1), math.isinf(1 / 0.0), math.isinf(-1 / 0.0), math.isinf(1))   // expect: true\tfalse\ttrue\ttrue\tfalse

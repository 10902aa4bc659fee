print(tonumber("12"), tonumber(" -1.5e3\n"), tonumber("0x1F"), tonumber("0b101"), tonumber("0o17"), tonumber(".5"), tonumber("1_000"))     // expect: 12\t-1500.0\t31\t5\t15\t0.5\t1000
print(tonumber("inf"), tonumber("-Infinity"), tonumber("nan"), tonumber("9223372036854775808"), tonumber("1e999"))         // expect: +Inf\t-Inf\tNaN\t9223372036854776000.0\tnil
print(tonumber(""), tonumber("x"), tonumber("1 2"), tonumber("0x"), tonumber(nil), tonumber({}), tonumber(true), tonumber(5), tonumber(2.5))       // expect: nil\tnil\tnil\tnil\tnil\tnil\tnil\t5\t2.5
print(math.type(tonumber("10")), math.type(tonumber("10.0")), math.type(tonumber("1e1")), tonumber())      // expect: integer\tfloat\tfloat\tnil

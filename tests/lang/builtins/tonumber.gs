print(tonumber(5), tonumber(1.5), tonumber("12"), tonumber("1.5"), tonumber(" 7 "))   // expect: 5\t1.5\t12\t1.5\t7
print(tonumber("0x1F"), tonumber("0b101"), tonumber("0o17"), tonumber("1_000"), tonumber("1e2"))   // expect: 31\t5\t15\t1000\t100.0
print(tonumber(".5"), tonumber("5."), tonumber("-3"), tonumber("+3"), tonumber("-0x10"))   // expect: 0.5\t5.0\t-3\t3\t-16
print(tonumber("x"), tonumber(""), tonumber("1 2"), tonumber("1e"), tonumber("0x"))   // expect: nil\tnil\tnil\tnil\tnil
print(tonumber(nil), tonumber(true), tonumber({}), tonumber(print))                   // expect: nil\tnil\tnil\tnil
print(tonumber("inf"), tonumber("-infinity"), tonumber("NAN"))                        // expect: +Inf\t-Inf\tNaN
print(tonumber("9223372036854775807"), tonumber("99999999999999999999"))              // expect: 9223372036854775807\t100000000000000000000.0
print(tonumber("010"), math.type(tonumber("10")), math.type(tonumber("10.0")))        // expect: 10\tinteger\tfloat

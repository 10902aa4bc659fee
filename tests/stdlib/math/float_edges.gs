inf, nan := 1 / 0.0, 0.0 / 0
for _, f := range {"sqrt", "exp", "sin", "cos", "tan", "asin", "acos", "atan", "log", "abs", "floor", "ceil", "trunc", "round"} { assert(math.isnan(math[f](nan)), f) }
print(math.sqrt(inf), math.exp(inf), math.log(inf), math.atan(inf) * 2 == math.pi, math.abs(-inf), math.sqrt(-0.0))        // expect: +Inf\t+Inf\t+Inf\ttrue\t+Inf\t-0.0
print(5e-324 / 2, 1.7976931348623157e308 * 10, 2.0 ** -1074, -5e-324 / 2)  // expect: 0.0\t+Inf\t5e-324\t-0.0
print(0.1 + 0.2, 1e16 + 1, 4.35 * 100, 1.1 * 1.1)                  // expect: 0.30000000000000004\t10000000000000000.0\t434.99999999999994\t1.2100000000000002

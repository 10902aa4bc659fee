// Operators with a constant on one side.
func f(x) { return x + 1, x - 1, x * 2, x / 2, x % 3, x ** 2, x & 3, x << 1, x < 5, x <= 5, x == 5, x > 5, 10 - x, 10 / x }
print(f(5))       // expect: 6\t4\t10\t2.5\t2\t25\t1\t10\tfalse\ttrue\ttrue\tfalse\t5\t2
print(f(5.0))     // expect: 6.0\t4.0\t10.0\t2.5\t2.0\t25.0\t1\t10\tfalse\ttrue\ttrue\tfalse\t5.0\t2.0
print(f(-7))      // expect: -6\t-8\t-14\t-3.5\t-1\t49\t1\t-14\ttrue\ttrue\tfalse\tfalse\t17\t-1.4285714285714286
print(pcall(f, "5"))   // expect: false\tattempt to compare string with number
func g(x) { return x + 1.5, x - 0.5, x == 1.0, x < 1.5, x * -1 }
print(g(1), g(1.0))    // expect: 2.5\t2.5\t0.5\ttrue\ttrue\t-1.0

// The right side is evaluated only if needed.
func noisy(v) { print("evaluated", v); return v }
x := false && noisy(1)
x = true || noisy(2)
x = nil || noisy(3)      // expect: evaluated\t3
x = 1 && noisy(4)        // expect: evaluated\t4
print(x)                 // expect: 4

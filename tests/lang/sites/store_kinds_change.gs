func put(t, k, v) { t[k] = v }
t := {}
for i := 1; i <= 5; i++ { put(t, i, i) }
put(t, 3, 3.5); put(t, 4, "four"); put(t, 5, nil); put(t, "x", 1); put(t, 1.0, "one"); put(t, 0, "zero")
print(t[1], t[2], t[3], t[4], t[5], t.x, t[0], #t)   // expect: one\t2\t3.5\tfour\tnil\t1\tzero\t4
f := {1.5, 2.5, 3.5}
put(f, 2, 7); put(f, 4, 4.5); put(f, 3, nil)
print(f[1], f[2], f[3], f[4], #f)                    // expect: 1.5\t7\tnil\t4.5\t4
print(pcall(put, nil, 1, 1))                         // expect: false\tattempt to index a nil value

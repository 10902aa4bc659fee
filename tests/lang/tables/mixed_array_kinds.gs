// An array may change from ints to floats to anything.
t := {1, 2, 3}
t[2] = 2.5
t[3] = "three"
append(t, true, {}, 4)
print(t[1], t[2], t[3], t[4], type(t[5]), t[6], #t)   // expect: 1\t2.5\tthree\ttrue\ttable\t4\t6
f := {1.5, 2.5}
f[1] = 1
f[2] = nil
print(f[1], math.type(f[1]), #f)                       // expect: 1\tinteger\t1

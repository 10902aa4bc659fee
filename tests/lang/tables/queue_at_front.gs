// Taking from the front by nil leaves holes below the end.
t := {1, 2, 3}
t[1] = nil
print(#t, t[1], next(t))           // expect: 3\tnil\t2\t2
t[1] = 0
print(#t, next(t))                 // expect: 3\t1\t0

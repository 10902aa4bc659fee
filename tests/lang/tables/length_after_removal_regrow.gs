// After shortening, the keys that fell out of the array do not come back by themselves.
t := {1, 2, 3}
t[3] = nil; t[2] = nil
t[3] = "c"
print(#t)            // expect: 1
t[2] = "b"
print(#t, t[3])      // expect: 3\tc

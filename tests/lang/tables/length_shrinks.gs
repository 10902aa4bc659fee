// Storing nil at n shortens to the largest index below that holds a value.
t := {1, 2, 3, 4, 5}
t[5] = nil
print(#t)            // expect: 4
t[2] = nil; t[3] = nil
print(#t)            // expect: 4
t[4] = nil
print(#t)            // expect: 1
t[1] = nil
print(#t)            // expect: 0
t[1] = "again"
print(#t)            // expect: 1

// A point directly followed by a point does not belong to the number.
print(1..2, 1 ..2, 1.5..2)    // expect: 12\t12\t1.52
print(5. ..2)                 // expect: 5.02
print(0x1..2)                 // expect: 12
t := {10, 20, 30}
print(t[1]..t[2])             // expect: 1020

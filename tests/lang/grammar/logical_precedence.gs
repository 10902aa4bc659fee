print(nil || false && true)         // expect: false
print(1 || nil && nil)              // expect: 1
print(false && nil || 3)            // expect: 3
print(1 && 2 || 3, nil && 2 || 3)   // expect: 2\t3
print(1 < 2 && 2 < 1 || "z")        // expect: z
print(!nil == true, !1 == 2)        // expect: true\tfalse

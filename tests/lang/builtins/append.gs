t := {1}
print(append(t, 2, 3) == t, #t, t[3])     // expect: true\t3\t3
append(t)
append(t, nil)
print(#t)                                 // expect: 3
append(t, nil, 4)
print(#t, t[4])                           // expect: 4\t4
print(pcall(append, 5, 1))                // expect: false\tbad argument #1 to 'append' (table expected, got number)
print(pcall(append))                      // expect: false\tbad argument #1 to 'append' (table expected, got nil)

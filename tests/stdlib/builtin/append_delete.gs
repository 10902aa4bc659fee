t := {}
print(append(t, 1, 2) == t, #append(t), #append(t, nil), #append(t, 3, nil, 4))    // expect: true\t2\t2\t4
delete(t, 2); delete(t, "none"); delete(t, nil); delete(t, 0.0 / 0)
print(t[1], t[2], t[3], select("#", delete(t, 1)))                 // expect: 1\tnil\t3\t0
guarded := setmetatable({}, {__newindex: func() { error("not raw") }})
append(guarded, "x"); delete(guarded, 1)
print(#guarded)                                 // expect: 0
print(pcall(append))                            // expect: false\tbad argument #1 to 'append' (table expected, got nil)
delete("x", 1)                                  // expect error: bad argument #1 to 'delete' (table expected, got string)

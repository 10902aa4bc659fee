print(assert(1, "m", 2))                    // expect: 1\tm\t2
print(assert("x"))                          // expect: x
print(pcall(assert, false))                 // expect: false\tassertion failed
print(pcall(assert, nil, nil))              // expect: false\tassertion failed
print(pcall(assert, nil, "msg"))            // expect: false\tmsg
print(pcall(assert, false, 42))             // expect: false\t42
_, e := pcall(assert, false, {code: 1})
print(e.code, select("#", assert(1, nil, nil)))   // expect: 1\t3
print(pcall(assert))                        // expect: false\tassertion failed

print(pcall(string.rep))                        // expect: false\tbad argument #1 to 'string.rep' (string expected, got nil)
print(pcall(string.rep, "x"))                   // expect: false\tbad argument #2 to 'string.rep' (number expected, got nil)
print(pcall(string.rep, "x", 2, 3))             // expect: false\tbad argument #3 to 'string.rep' (string expected, got number)
print(pcall(string.rep, "x", 1 / 0.0))          // expect: false\tbad argument #2 to 'string.rep' (number has no integer representation)
print(("x"):rep("3"), ("x"):rep(2.7))           // expect: xxx\txx
("x"):rep("many")                               // expect error: bad argument #2 to 'string.rep' (number expected, got string)

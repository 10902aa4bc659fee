// Lengths no machine has, and lengths that overflow 64 bits.
print(pcall(string.rep, "x", math.maxinteger))                     // expect: false\tstring too large
print(pcall(string.rep, "xy", math.maxinteger))                    // expect: false\tstring too large
print(pcall(string.rep, "", math.maxinteger, "ab"))                // expect: false\tstring too large
print(pcall(string.rep, string.rep("x", 1000), 1 << 50))           // expect: false\tstring too large
print(pcall(string.repeat, "x", 1 << 62))                          // expect: false\tstring too large
print(string.rep("ok", 2))                                         // expect: okok

print(pcall(string.rep, "x", 1e12))                    // expect: false\tout of memory
print(pcall(string.rep, "x", 1 << 46))                 // expect: false\tout of memory
print(pcall(string.rep, "x", 1e15))                    // expect: false\tstring too large
print(pcall(string.rep, "ab", 1 << 62, "sep"))         // expect: false\tstring too large
print(pcall(string.padLeft, "x", 1e12))                // expect: false\tout of memory
print("usable")                                        // expect: usable
// flags: --memory-limit=64M

print(pcall(string.rep, "x", 1 << 47))            // expect: false\tstring too large
print(pcall(string.rep, "xy", math.maxinteger))   // expect: false\tstring too large
print(pcall(string.rep, "", 1 << 62))             // expect: true\t

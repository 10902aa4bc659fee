func f() { return nil, true }
if f() { print("no") } else { print("first value decides") }   // expect: first value decides
t := {}
t[f() || "k"] = 1
print(t.k)      // expect: 1

names := {name: "Ada", year: 1843, [1]: "one"}
print(string.gsub("$name in $year, $what", "%$(%w+)", names))      // expect: Ada in 1843, $what\t3
print(string.gsub("a b", "%w", {a: false, b: 2.5}))                // expect: a 2.5\t2
// Metatables are honoured as in t[k].
loud := setmetatable({}, {__index: func(t, k) { return k:upper() }})
print(string.gsub("ab cd", "%w+", loud))        // expect: AB CD\t2
print(pcall(string.gsub, "a", "a", {a: {}}))    // expect: false\tinvalid replacement value (a table)
string.gsub("a", "a", {a: print})               // expect error: invalid replacement value (a function)

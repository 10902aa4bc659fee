g := nil
print(pcall(func() { return g }))   // expect: true\tnil
func set() { g = 4 }
set()
print(g)                            // expect: 4

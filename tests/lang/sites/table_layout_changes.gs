// A table with many, removed and re-added fields behaves like a small one.
t := {a: 1, b: 2}
func get() { return t.a, t.b }
print(get())                            // expect: 1\t2
for i := 1; i <= 200; i++ { t["k" .. i] = i }
print(get())                            // expect: 1\t2
t.a = nil
print(get())                            // expect: nil\t2
t.a = "back"
print(get())                            // expect: back\t2
for i := 1; i <= 200; i++ { t["k" .. i] = nil }
print(get())                            // expect: back\t2
s := ""
for k := range t { s ..= k }
print(s)                                // expect: ba

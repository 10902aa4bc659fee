n := 0
func get() { n++; return {1, 2, 3}, "second value ignored" }
for range get() { }
print(n)              // expect: 1
t := {1, 2, 3}
for i, v := range t { if i == 1 { t = nil } io.write(v, " ") }
print(t)              // expect: 1 2 3 nil

// A closure made in the condition belongs to the copy it ran on.
fs := {}
func keep(f) { append(fs, f); return true }
for i := 0; keep(func() { return i }) && i < 2; i++ { }
print(fs[1](), fs[2](), fs[3]())                    // expect: 0\t1\t2

t := {a: {b: {}}}
t.a.b.c = 1
t["a"].b["d"] = 2
t.a.b.c, t.x = 3, 4
print(t.a.b.c, t.a.b.d, t.x)   // expect: 3\t2\t4
func get() { return t }
get().x = 5
get()["y"] = 6
print(t.x, t.y)                // expect: 5\t6

func set(o, v) { o.x = v }
a, b, c := {x: 0}, {y: 1}, setmetatable({}, {__newindex: func(t, k, v) { rawset(t, "seen", v) }})
for i := 1; i <= 3; i++ { set(a, i); set(b, i * 10); set(c, i * 100) }
print(a.x, b.x, b.y, c.x, c.seen)       // expect: 3\t30\t1\tnil\t300
set(a, nil)
print(next(a), a.x)                     // expect: nil\tnil
set(a, 5)
print(a.x)                              // expect: 5
func grow(o) { o.p = 1; o.q = 2; o.r = 3 }
for i := range 5 { t := {}; grow(t); if t.p + t.q + t.r != 6 { print("wrong") } }
u := {r: 9}
grow(u)
s := ""
for k := range u { s ..= k }
print(s)                                // expect: rpq

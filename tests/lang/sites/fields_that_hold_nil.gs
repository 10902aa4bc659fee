// Fields that are set to nil and come back: who asks __newindex, and the order of the fields.
func order(t) { s := ""; for k := range pairs(t) { s = s .. k }; return s }
Plain := {}
Plain.__index = Plain
func set(o, v) { o.b = v }
func flip(o, n) { for i := 1; i <= n; i++ { set(o, nil); set(o, nil); set(o, i) } }
p := setmetatable({a: 1, b: nil, c: 3}, Plain)
flip(p, 3000)
print(order(p), p.b)                    // expect: acb	3000
q := {a: 1, b: 2, c: 3}
flip(q, 3000)
print(order(q), q.b)                    // expect: acb	3000
// The class gets a __newindex while the code runs.
log := 0
Plain.__newindex = func(t, k, v) { log++; rawset(t, k, v) }
flip(p, 100)
print(log, p.b)                         // expect: 200	100
set(p, nil)
set(p, nil)
print(log, p.b)                         // expect: 201	nil
Plain.__newindex = nil
flip(p, 100)
print(log, order(p))                    // expect: 201	acb
// And an __index that answers for the field.
func get(o) { return o.b }
func sum(o, n) { s := 0; for i := 1; i <= n; i++ { s += get(o) || 0 }; return s }
set(p, nil)
r := setmetatable({x: 1, b: nil}, Plain)
for i := 1; i <= 20; i++ { sum(p, 100); sum(r, 100); sum(q, 100) }
print(sum(p, 10), sum(r, 10), sum(q, 10))  // expect: 0	0	30000
Plain.b = 7
print(sum(p, 10), sum(r, 10), sum(q, 10))  // expect: 70	70	30000
Plain.b = nil
print(sum(p, 10), sum(r, 10))           // expect: 0	0

func truth(v) { if v { return 1 } return 0 }
for round := range 2 { io.write(truth(true), truth(false), truth(nil), truth(0), truth(""), truth({}), truth(0.0), truth(1 << 60), " ") }
print()                                 // expect: 10011111 10011111\x20
func pick(a, b) { return a && b || "none" }
print(pick(1, 2), pick(nil, 2), pick(1, nil), pick(0, false))                  // expect: 2\tnone\tnone\tnone
func neg(a) { return !a, !!a, a == nil, a != nil, !(a == nil) }
print(neg(nil))                         // expect: true\tfalse\ttrue\tfalse\tfalse
print(neg(0))                           // expect: false\ttrue\tfalse\ttrue\ttrue

// Assignment and argument passing share the object.
a := {n: 1}
b := a
b.n = 2
func set(t) { t.n += 1 }
set(a)
print(a.n, b.n, a == b, a == {n: 3})   // expect: 3\t3\ttrue\tfalse

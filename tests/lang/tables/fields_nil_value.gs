// A field set to nil is absent.
t := {a: 1}
t.b = nil
t.a = nil
print(next(t), t.a, t.b)           // expect: nil\tnil\tnil

base := {kind: "base", n: 1}
t := setmetatable({n: 2}, {__index: base})
print(t.kind, t.n, t.nosuch, rawget(t, "kind"))   // expect: base\t2\tnil\tnil
t.kind = "own"
print(t.kind, base.kind)                          // expect: own\tbase

// Matching is ==, with metamethods.
mt := {__eq: func(a, b) { return a.n == b.n }}
a, b := setmetatable({n: 1}, mt), setmetatable({n: 1}, mt)
switch a { case b: print("equal by __eq") }   // expect: equal by __eq
switch 0.0 / 0 { case 0.0 / 0: print("no") default: print("NaN matches nothing") }   // expect: NaN matches nothing
switch "1" { case 1: print("no") case "1": print("string") }   // expect: string

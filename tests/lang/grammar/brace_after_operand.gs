// After a complete operand { opens the block.
f := func() { return true }
if f { print("f") }            // expect: f
if f() { print("f()") }        // expect: f()
t := {a: 1}
if t.a { print("t.a") }        // expect: t.a
if t["a"] == 1 { print("t[a]") }   // expect: t[a]
for range t { print("once") }  // expect: once
switch t.a { case 1: print("switch") }   // expect: switch

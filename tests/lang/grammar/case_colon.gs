// Directly inside a case the : ends it; method calls need brackets.
obj := {m: func(self) { return 2 }}
f := func(x) { return x }
switch 2 {
case (obj:m()): print("parenthesised")    // expect: parenthesised
}
switch 2 {
case f(obj:m()): print("argument")        // expect: argument
}
t := {a: 2}
switch 2 {
case t.a: print("field")                  // expect: field
}
switch 2 {
case {a: 2}.a: print("table literal")     // expect: table literal
}
switch "b" {
case "a", "b": print("list")              // expect: list
}

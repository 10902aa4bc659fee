// Fields are evaluated and stored in order, later ones overwrite.
func v(x) { io.write(x, " "); return x }
t := {v("a"), k: v("b"), [v("c")]: v("d"), v("e")}
print(t[1], t.k, t.c, t[2])       // expect: a b c d e a\tb\td\te
u := {x: 1, x: 2, ["x"]: 3}
print(u.x)                        // expect: 3
w := {"first", [1]: "second"}
print(w[1], #w)                   // expect: second\t1

func f() { io.write("called "); return 1, 2, 3 }
f()
t := {m: func(self, x) { print(self == t, x); return 5 }}
t:m("arg")        // expect: called true\targ
(f)()
f() ; print("end")   // expect: called called end

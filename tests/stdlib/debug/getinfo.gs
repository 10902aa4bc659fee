func f(a, b, ...) { }
i := debug.getinfo(f)
print(i.name, i.source, i.line, i.currentline, i.what, i.nparams, i.isvararg)   // expect: f\tgetinfo.gs\t1\tnil\tscript\t2\ttrue
n := debug.getinfo(print)
print(n.name, n.what)                    // expect: print\tnative
func here() { return debug.getinfo(1), debug.getinfo(2), debug.getinfo(50) }
a, m, none := here()
print(a.name, a.line, a.currentline, a.what)     // expect: here\t6\t6\tscript
print(m.what, m.currentline, none)               // expect: main\t7\tnil
anonymous := {func() { }}
print(debug.getinfo(anonymous[1]).name)          // expect: nil

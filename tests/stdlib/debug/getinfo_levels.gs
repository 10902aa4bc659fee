func here() { return debug.getinfo(1) }
i := here()
print(i.name, i.source, i.line, i.currentline, i.what, i.nparams, i.isvararg)      // expect: here\tgetinfo_levels.gs\t1\t1\tscript\t0\tfalse
m := debug.getinfo(1)
print(m.what, m.currentline, debug.getinfo(2), debug.getinfo(1000))        // expect: main\t4\tnil\tnil
v := func(a, b, ...) { }
f := debug.getinfo(v)
print(f.name, f.line, f.currentline, f.nparams, f.isvararg)        // expect: v\t6\tnil\t2\ttrue
n := debug.getinfo(string.len)
print(n.what, n.name)                           // expect: native\tstring.len
print(debug.getinfo(-1), debug.getinfo(0) == nil || debug.getinfo(0).what == "native")     // expect: nil\ttrue
print(pcall(debug.getinfo) == false)            // expect: true
print(pcall(debug.getinfo, {}) == false)        // expect: true

// Equal strings are one key however they were made: short, long, joined, cut.
t := {}
short, long := "key", ("k"):rep(60)
t[short] = 1; t[long] = 2
print(t["k" .. "ey"], t[("k"):rep(30) .. ("k"):rep(30)], t[("xkey"):sub(2)], t[(long .. "!"):sub(1, 60)], t[table.concat({"k", "e", "y"})])   // expect: 1\t2\t1\t2\t1
s := ""
for i := range 60 { s = s .. "k" }
print(t[s], s == long, t[string.lower("KEY")], t["KEY"])                        // expect: 2\ttrue\t1\tnil

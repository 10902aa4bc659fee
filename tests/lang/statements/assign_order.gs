// Values first, then targets left to right, each evaluated when its turn comes.
i, t := 1, {}
i, t[i] = 2, "v"
print(i, t[1], t[2])    // expect: 2\tnil\tv
func log(v) { io.write(v, " "); return v }
u := {}
u[log("k1")], u[log("k2")] = log("v1"), log("v2")
print(u.k1, u.k2)       // expect: v1 v2 k1 k2 v1\tv2
a := {n: 1}
a, a.n = {n: 5}, 9
print(a.n)              // expect: 9

// Arrays of booleans keep their elements through every change of what they hold.
func sieve(n) {
    flags := {}
    for i := 1; i <= n; i++ { flags[i] = true }
    count := 0
    for i := 2; i <= n; i++ {
        if flags[i] {
            count++
            for k := i * i; k <= n; k += i { flags[k] = false }
        }
    }
    return count, flags
}
c, flags := sieve(5000)
print(c, #flags, flags[4999], flags[5000])  // expect: 669\t5000\ttrue\tfalse
collectgarbage()
print(flags[4999], flags[4], flags[5])  // expect: true\tfalse\ttrue

// Other values come in, and holes.
func put(t, i, v) { t[i] = v }
for i := 1; i <= 3000; i++ { put(flags, i, i % 3 == 0) }
put(flags, 7, "seven")
put(flags, 8, 8)
put(flags, 9, 9.5)
put(flags, 10, nil)
put(flags, 11, {11})
collectgarbage()
print(flags[6], flags[7], flags[8], flags[9], flags[10], flags[11][1], flags[12])  // expect: true\tseven\t8\t9.5\tnil\t11\ttrue

func count_true(t) {
    n := 0
    for i := 1; i <= #t; i++ { if t[i] == true { n++ } }
    return n
}
b := {true, false, true}
print(count_true(b), count_true({1, true, "x"}), count_true({}))  // expect: 2\t1\t0
for i := 1; i <= 2000; i++ { table.insert(b, i % 2 == 0) }
print(count_true(b), #b, table.remove(b), table.remove(b), #b)  // expect: 1002\t2003\ttrue\tfalse\t2001
for #b > 0 { table.remove(b) }
b[1] = 1
b[2] = true
print(b[1], b[2])  // expect: 1\ttrue

// Growing where the table is old, and setting what is behind the end first.
g := {}
g[2] = false
g[1] = true
g[4] = true
g[3] = false
print(#g, g[1], g[2], g[3], g[4])  // expect: 4\ttrue\tfalse\tfalse\ttrue
collectgarbage()
for i := 5; i <= 1000; i++ { g[i] = i % 2 == 0 }
n := 0
for _, v := range g { if v { n++ } }
print(n)  // expect: 500
m := setmetatable({true, true}, {__index: func(t, k) { return k * 10 }})
s := 0
for round := 1; round <= 2000; round++ {
    for i := 1; i <= 3; i++ {
        v := m[i]
        if v == true { s++ } else { s += v }
    }
}
print(s)  // expect: 64000

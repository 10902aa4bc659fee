// The array ascending, then the other keys in order of insertion.
func keys(t) {
    s := {}
    for k := range t { append(s, tostring(k)) }
    return table.concat(s, " ")
}
t := {z: 1, 10, a: 2, 20, [true]: 3, [-1]: 4}
print(keys(t))            // expect: 1 2 z a true -1
t.b = 5; t[0] = 6; t[1.5] = 7
print(keys(t))            // expect: 1 2 z a true -1 b 0 1.5
t.z = 100
print(keys(t))            // expect: 1 2 z a true -1 b 0 1.5

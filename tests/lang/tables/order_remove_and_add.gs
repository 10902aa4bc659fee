// A key removed and stored again goes to the end.
func keys(t) {
    s := {}
    for k := range t { append(s, tostring(k)) }
    return table.concat(s, " ")
}
t := {a: 1, b: 2, c: 3}
t.a = nil
print(keys(t))            // expect: b c
t.a = 9
print(keys(t))            // expect: b c a
t.b = nil; t.d = 1; t.b = 2
print(keys(t))            // expect: c a d b

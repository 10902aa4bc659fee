func same(a, b) {
    if type(a) != "table" { return a == b && math.type(a) == math.type(b) }
    if table.count(a) != table.count(b) { return false }
    for k, v := range a { if !same(v, b[k]) { return false } }
    return true
}
values := {1, -1, 0.5, "", "text", true, false, {}, {1, 2, {3}}, {a: {b: {c: "d"}}}, 1e100, 123456789.125, math.maxinteger, {{x: 1}, {x: 2}}}
for i, v := range values {
    assert(same(v, json.decode(json.encode(v))), i)
    assert(same(v, json.decode(json.pretty(v, "\t"))), i)
}
print("same")                                   // expect: same

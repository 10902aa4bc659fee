// Values told apart by type(), and tables of all sorts iterated over at one place.
func walk(v) {
    t := type(v)
    if t == "nil" { return 1000 }
    if t == "number" { return v }
    if t == "string" { return #v }
    if "boolean" == t { return v && 1 || 0 }
    if t == "function" { return v() }
    if t == "coroutine" { return 7 }
    if t != "table" { return -1 }
    s := #v
    for k, x := range v { s = s + #tostring(k) + walk(x) }
    return s
}

removed := {a: 1, b: 2, c: 3}
removed.b = nil
again := {a: 1, b: 2, c: 3}
again.a = nil
again.a = 5
mixed := {1, 2, 3}
mixed.name = "x"
mixed[0.5] = 4
holes := {1, 2, 3, 4}
holes[2] = nil
sparse := {}
for i := 1; i <= 9; i++ { sparse[i * 100] = i }
wide := {}
for i := 1; i <= 30; i++ { wide["field" .. i] = i }
meta := setmetatable({p: 1, q: 2}, {__index: {r: 3}})
values := {1, 2.5, "three", true, false, func() { return 4 }, coroutine.create(func() {}), {}, {1, 2}, {x: 1, y: "yy"}, removed, again, mixed, holes,
    sparse, wide, meta, {{a: {b: {c: 1.5}}}, {z: math.maxinteger}}, math.maxinteger, io.stdout}
func all() {
    s := walk(nil) + walk(values[#values])
    for i := 1; i <= 18; i++ { s += walk(values[i]) }
    return s
}
for i := 1; i <= 40; i++ { all() }
print(all(), walk(values[19]) == math.maxinteger)
// Order, and what is stored meanwhile.
func list(t) { s := ""; for k, v := range t { s = s .. tostring(k) .. "=" .. tostring(v) .. " " }; return s }
for i := 1; i <= 40; i++ { list(removed); list(mixed); list(again); list(meta) }
print(list(removed) .. list(again) .. list(mixed) .. list(meta))
func clear(t) { n := 0; for k, v := range t { t[k] = nil; n++ }; return n }
n := 0
for i := 1; i <= 40; i++ { n += clear({a: 1, b: 2, c: i}) + clear({1, 2, 3, d: 4}) }
print(n)
func change(t) { for k, v := range t { t[k] = v * 2; t.c = v }; return list(t) }
for i := 1; i <= 40; i++ { change({a: 1, b: 2, c: i}) }
print(change({a: 1, b: 2, c: 3}))
func lengths(a, b) { return #a + #b }
n = 0
for i := 1; i <= 40; i++ { n += lengths("abc", {1, 2}) + lengths({1}, "x") }
print(n, pcall(lengths, 1, {}), lengths(setmetatable({}, {__len: func() { return 9 }}), "x"))
// expect: -9223372036854774000.0\ttrue
// expect: a=1 c=3 b=2 c=3 a=5 1=1 2=2 3=3 name=x 0.5=4 p=1 q=2\x20
// expect: 280
// expect: a=2 b=4 c=2\x20
// expect: 280\tfalse\t10

// := declares names only.
for _, src := range {"a.b := 1", "a[1] := 2", "f() := 3", "a, b.c := 1, 2"} {
    print(load(src) == nil)
}
// expect: true
// expect: true
// expect: true
// expect: true

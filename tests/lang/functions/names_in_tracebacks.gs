// func f; f := func; var; a field; a table field; others are anonymous.
names := {}
func note() {
    for name := range debug.traceback("", 2):gmatch("in function ([^\n]+)") { append(names, (name:gsub("names_in_tracebacks.gs", "F"))); break }
}
func a() { note() }
b := func() { note() }
var c = func() { note() }
d := {}
d.e = func() { note() }
d.f = {g: func() { note() }}
h := nil
h = func() { note() }
a(); b(); c(); d.e(); d.f.g(); h(); (func() { note() })()
for _, n := range names { print(n) }
// expect: 'a'
// expect: 'b'
// expect: 'c'
// expect: 'd.e'
// expect: 'g'
// expect: 'h'
// expect: <F:14>

print(json.pretty({name: "x", list: {1, {}}, empty: {}}))
// expect: {
// expect:   "empty": {},
// expect:   "list": [
// expect:     1,
// expect:     {}
// expect:   ],
// expect:   "name": "x"
// expect: }
print(json.pretty({a: {1}}, ""))
// expect: {
// expect: "a": [
// expect: 1
// expect: ]
// expect: }
print(json.pretty(5), json.pretty("s"), json.pretty(nil), json.pretty({}, "----"))  // expect: 5\t"s"\tnull\t{}
v := {a: {1, 2.5, {b: "c<"}}, d: false}
print(json.encode(json.decode(json.pretty(v))) == json.encode(v))  // expect: true
json.pretty({}, 4)                              // expect error: bad argument #2 to 'json.pretty' (string expected, got number)

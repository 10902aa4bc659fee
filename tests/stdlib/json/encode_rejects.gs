func message(v) { ok, e := pcall(json.encode, v); assert(!ok); return e }
print(message(print))                           // expect: json.encode: cannot encode a function value
print(message({make(chan)}))                    // expect: json.encode: cannot encode a channel value
print(message({a: {b: coroutine.create(print)}}))                  // expect: json.encode: cannot encode a coroutine value
print(message({io.stdout}))                     // expect: json.encode: cannot encode a userdata value
print(message({[{}]: 1}))                       // expect: json.encode: cannot encode a table key
a := {}
b := {a}
a.b = b
print(message(a))                               // expect: json.encode: cyclic table
d := {}
for range 10001 { d = {d} }
print(message(d))                               // expect: json.encode: nesting too deep
ok, e := pcall(json.pretty, print)
print(ok, e:find("cannot encode a function value", 1, true) != nil)        // expect: false\ttrue
json.encode(a)                                  // expect error: json.encode: cyclic table

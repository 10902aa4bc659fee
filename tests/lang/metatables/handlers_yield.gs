mt := {__add: func(a, b) { return coroutine.yield("add") }, __index: func(t, k) { return coroutine.yield("index " .. k) },
    __lt: func() { return coroutine.yield("lt") }, __call: func() { return coroutine.yield("call") },
    __newindex: func(t, k, v) { coroutine.yield("newindex") }, __len: func() { return coroutine.yield("len") },
    __eq: func() { return coroutine.yield("eq") }, __concat: func() { return coroutine.yield("concat") },
    __tostring: func() { return coroutine.yield("tostring") }}
co := coroutine.wrap(func() {
    v, w := setmetatable({}, mt), setmetatable({}, mt)
    v.new = 1
    return v + 1, v.field, v < w, v(), #v, v == w, v .. "x", tostring(v)
})
r := co()
i := 0
seen := {}
for type(r) == "string" && #seen < 9 { append(seen, r); i++; if i == 9 { break } r = co(i) }
print(table.concat(seen, ","))   // expect: newindex,add,index field,lt,call,len,eq,concat,tostring
print(co("str"))                 // expect: 2\t3\ttrue\t5\t6\ttrue\t8\tstr

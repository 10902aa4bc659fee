// Handlers that fail, recurse and catch: each ends, and none runs beyond the spare stack.
func e(...) { ok, v := xpcall(...); return ok, v }
again := func(x) { return xpcall(again, again, x) }
print(type(again(1)))                                          // expect: boolean
print(e(error, func(x) { error(x) }, "E"))                     // expect: false\tnil
down := func(x) { return down(x) + 1 }
print(e(down, func(x) { return x }))                           // expect: false\tstack overflow
print(e(down, down))                                           // expect: false\tnil
print(e(error, down, "E"))                                     // expect: false\tnil
through := func() { ok, v := pcall(through); if !ok { error(v) }; return v }
print(e(through, func(x) { return pcall(through) }))           // expect: false\tfalse
// The handler yields, is left, and comes back to a stack that is full.
co := coroutine.wrap(func() {
    return xpcall(down, func(x) { return coroutine.yield(1) .. x })
})
print(co(), co("after "))                                      // expect: 1\tfalse\tafter stack overflow
print("usable")                                                // expect: usable
// timeout: 60
// skip with: --gc-stress

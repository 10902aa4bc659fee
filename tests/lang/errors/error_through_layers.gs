// Errors pass through natives, metamethods, iterators and coroutines unchanged.
v := {}
fail := func() { error(v) }
func same(f, ...) { ok, e := pcall(f, ...); return !ok && e == v }
print(same(table.sort, {2, 1}, fail))                                              // expect: true
print(same(string.gsub, "abc", "%w", fail))                                        // expect: true
print(same(func() { return setmetatable({}, {__add: fail}) + 1 }))                 // expect: true
print(same(func() { for x := range fail { } }))                                    // expect: true
print(same(coroutine.wrap(fail)))                                                  // expect: true
print(same(func() { return load("fail()")() }))                                    // expect: true
ok, e := coroutine.resume(coroutine.create(fail))
print(ok, e == v)                                                                  // expect: false\ttrue
print(same(table.map, {1}, fail), same(sort.byKey, {1}, fail), same(pcall, nil))   // expect: true\ttrue\tfalse

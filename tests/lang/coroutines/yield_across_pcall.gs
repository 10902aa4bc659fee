co := coroutine.wrap(func() {
    ok, e := pcall(func() {
        x := coroutine.yield("in pcall")
        error("after " .. x)
    })
    coroutine.yield(tostring(ok) .. " " .. e)
    return xpcall(func() { return coroutine.yield("in xpcall") }, print)
})
print(co())              // expect: in pcall
print(co("resume"))      // expect: false after resume
print(co())              // expect: in xpcall
print(co("value"))       // expect: true\tvalue

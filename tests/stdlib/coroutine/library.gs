for _, name := range {"create", "resume", "yield", "wrap", "status", "isyieldable", "running", "close"} {
    io.write(tostring(coroutine[name]), " ")
}
print()   // expect: function: coroutine.create function: coroutine.resume function: coroutine.yield function: coroutine.wrap function: coroutine.status function: coroutine.isyieldable function: coroutine.running function: coroutine.close\x20

co := coroutine.create(func() {
    func inner() { coroutine.yield() }
    inner()
})
coroutine.resume(co)
print(debug.traceback(co))
// expect: stack traceback:
// expect: \ttraceback_coroutine.gs:2: in function 'inner'
// expect: \ttraceback_coroutine.gs:3: in function <traceback_coroutine.gs:1>
print(debug.traceback(co, "msg"):match("^[^\n]+"))   // expect: msg

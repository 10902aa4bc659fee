// Taking the newest deferred call off the list stores an older record into the coroutine: an old coroutine must remember it.
ran := 0

func work(n) {
    defer func() { ran++ }()
    defer func() { error("second") }()
    if n > 0 { work(n - 1) }
    error("first")
}

for i := range 20 {
    ok, e := pcall(work, 3)
    collectgarbage("step")
}
print(ran) // expect: 80

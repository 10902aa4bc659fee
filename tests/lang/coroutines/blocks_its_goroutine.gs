// A coroutine that blocks on a channel blocks the goroutine that resumed it.
ch := make(chan)
co := coroutine.wrap(func() { coroutine.yield(<-ch); return "end" })
go func() { print("sender"); ch <- "value" }()
print(co(), co())
// expect: sender
// expect: value\tend

done := make(chan)
go func() { done <- {pcall(coroutine.yield)} }()
r := <-done
print(r[1], r[2])                            // expect: false\tcannot yield from outside a coroutine

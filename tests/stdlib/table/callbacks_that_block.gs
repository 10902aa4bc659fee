// A callback may wait for another goroutine.
ch := make(chan)
go func() { for i := range 4 { ch <- i * i } }()
print(table.concat(table.map({"a", "b", "c", "d"}, func(v) { return v .. <-ch }), " "))    // expect: a0 b1 c4 d9

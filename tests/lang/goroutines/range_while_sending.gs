ch := make(chan)
go func() { for i := range 3 { ch <- i } close(ch) }()
for v := range ch { io.write(v, " ") }
print(<-ch)               // expect: 0 1 2 nil

ch := make(chan)
go func() { time.sleep(0.03); ch <- "slept" }()
print(<-ch)     // expect: slept

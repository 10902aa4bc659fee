data, quit := make(chan), make(chan)
go func() {
    for i := range 3 { data <- i }
    quit <- true
}()
loop:
for {
    select {
    case v := <-data: io.write(v, " ")
    case <-quit: break loop
    }
}
print("done")                                  // expect: 0 1 2 done

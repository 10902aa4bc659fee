ping, pong := make(chan), make(chan)
go func() { for v := range ping { pong <- v + 1 } close(pong) }()
n := 0
for range 10000 { ping <- n; n = <-pong }
close(ping)
v, ok := <-pong
print(n, v, ok)           // expect: 10000\tnil\tfalse

a, b := make(chan, 1), make(chan, 1)
a <- "a"; b <- "b"
select {
case v := <-b: print(v)   // expect: b
case v := <-a: print(v)
}
select {
case v := <-b: print(v)
case v := <-a: print(v)   // expect: a
}

ch := make(chan, 1)
ch <- 1
v := "outer"
select {
case v := <-ch:
    v := v + 1
    print(v)        // expect: 2
}
print(v)            // expect: outer

ch := make(chan, 1)
for i := range 4 {
    select {
    case ch <- i: io.write("sent", i, " ")
    case v := <-ch: io.write("got", v, " ")
    }
}
print()      // expect: sent0 got0 sent2 got2\x20

ch := make(chan)
select {
case <-ch: print("no")
default: print("default")       // expect: default
}
select {
default: print("default first") // expect: default first
case <-ch: print("no")
}
full := make(chan, 1)
full <- 1
select {
case full <- 2: print("no")
default: print("full")          // expect: full
}
select {
case full <- 2: print("no")
case v := <-full: print("got", v)   // expect: got\t1
}

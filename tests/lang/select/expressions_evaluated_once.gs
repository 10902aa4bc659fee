// All channel and value expressions are evaluated once, in source order.
ch := make(chan, 1)
func c(name) { io.write(name, " "); return ch }
func v(name) { io.write(name, " "); return name }
select {
case <-c("c1"): print("no")
case c("c2") <- v("v2"): print("sent", <-ch)   // expect: c1 c2 v2 c3 v3 sent\tv2
case c("c3") <- v("v3"): print("no")
}

ch := make(chan, 1)
ch <- nil
select { case v, ok := <-ch: print(v, ok) }   // expect: nil\ttrue
close(ch)
select { case v, ok := <-ch: print(v, ok) }   // expect: nil\tfalse
v, ok := 1, 1
select { case v, ok = <-ch: print("body") }   // expect: body
print(v, ok)                                  // expect: nil\tfalse
t := {}
ch2 := make(chan, 2)
ch2 <- 5; ch2 <- 6
select { case t.x = <-ch2: }
select { case t["y"], t.ok = <-ch2: }
print(t.x, t.y, t.ok)                         // expect: 5\t6\ttrue

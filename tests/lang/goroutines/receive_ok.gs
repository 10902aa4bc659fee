ch := make(chan, 2)
ch <- 1; ch <- nil
close(ch)
v, ok := <-ch
print(v, ok)                // expect: 1\ttrue
v, ok = <-ch
print(v, ok)                // expect: nil\ttrue
v, ok = <-ch
print(v, ok)                // expect: nil\tfalse
var w, more = <-ch
print(w, more)              // expect: nil\tfalse
t := {}
t.v, t.ok = <-ch
print(t.v, t.ok)            // expect: nil\tfalse

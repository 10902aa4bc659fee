// Anywhere else a receive is one value.
ch := make(chan, 8)
for i := range 8 { ch <- i }
func one(...) { return #... }
print(one(<-ch))            // expect: 1
a, b, c := <-ch, <-ch
print(a, b, c)              // expect: 1\t2\tnil
d, e := (<-ch)
print(d, e)                 // expect: 3\tnil
t := {<-ch}
print(#t, t[1])             // expect: 1\t4
f, g, h := <-ch
print(f, g, h)              // expect: 5\tnil\tnil

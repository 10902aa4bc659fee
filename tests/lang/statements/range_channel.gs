ch := make(chan, 4)
ch <- "p"; ch <- nil; ch <- false
close(ch)
for v, x := range ch { io.write(tostring(v), tostring(x), " ") }
print()                              // expect: pnil nilnil falsenil\x20

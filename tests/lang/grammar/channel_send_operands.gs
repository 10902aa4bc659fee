// Both sides of a send are full expressions.
t := {c: make(chan, 3)}
t.c <- 1 + 2 * 3
t["c"] <- "a" .. "b"
t.c <- true && false
print(<-t.c, <-t.c, <-t.c)   // expect: 7\tab\tfalse

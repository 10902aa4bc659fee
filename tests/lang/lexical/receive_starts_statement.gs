// A send takes no part in other statements: a := b <-c is two statements.
c, b := make(chan, 1), 5
c <- "v"
a := b <-c
print(a, len(c))   // expect: 5\t0

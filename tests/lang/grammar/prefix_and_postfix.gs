// Postfix forms bind tighter than prefix operators.
t := {list: {1, 2}, get: func(self) { return {1, 2, 3} }, c: make(chan, 1), no: false}
t.c <- 7
print(#t.list, #t:get(), -t.list[2], !t.no, <-t.c)   // expect: 2\t3\t-2\ttrue\t7
print(-#t.list, #t.list * 2)                         // expect: -2\t4

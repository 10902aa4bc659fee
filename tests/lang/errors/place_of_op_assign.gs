t := {}
x := 1
t.n += 1         // expect error: attempt to perform arithmetic on a nil value

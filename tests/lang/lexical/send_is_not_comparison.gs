// x <-1 is a send, never x < -1.
x := 5
print(pcall(func() { x <-1 }))   // expect: false\tsend on non-channel value
print(x < -1, x < - 1)           // expect: false\tfalse

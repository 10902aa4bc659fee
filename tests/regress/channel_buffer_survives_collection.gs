// flags: --gc-stress
// A collection between the making of a channel and of its buffer must not lose the buffer.
channels := {}
for i := 1; i <= 20; i++ {
    ch := make(chan, 2)
    ch <- "value " .. i
    ch <- {i}
    append(channels, ch)
}
junk := {}
for i := 1; i <= 50; i++ { append(junk, {i, "text " .. i}) }
for i, ch := range channels {
    v, t := <-ch, <-ch
    if v != "value " .. i || t[1] != i { print("lost", i) }
}
print("done")                      // expect: done

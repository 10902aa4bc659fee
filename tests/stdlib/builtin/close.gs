ch := make(chan, 2)
ch <- 1
close(ch)
v, ok := <-ch
w, more := <-ch
print(v, ok, w, more, select("#", pcall(close, ch)))               // expect: 1\ttrue\tnil\tfalse\t2
print(pcall(close, ch))                         // expect: false\tclose of closed channel
print(pcall(func() { ch <- 2 }))                // expect: false\tsend on closed channel
print(pcall(close, nil))                        // expect: false\tbad argument #1 to 'close' (channel expected, got nil)
close(ch)                                       // expect error: close of closed channel

ch := make(chan, 1)
close(ch)
print(pcall(func() { ch <- 1 }))     // expect: false\tsend on closed channel
print(pcall(close, ch))              // expect: false\tclose of closed channel
print(pcall(close, 5))               // expect: false\tbad argument #1 to 'close' (channel expected, got number)
print(pcall(close))                  // expect: false\tbad argument #1 to 'close' (channel expected, got nil)

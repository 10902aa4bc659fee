// make is special only directly before ( chan.
print(type(make(chan)), type(make (chan, 1)))                     // expect: channel\tchannel
print(pcall(func() { return make }))                            // expect: false\tundefined variable: make
make := func(x) { return x * 2 }
print(make(4), cap(make(chan, 3)))                              // expect: 8\t3

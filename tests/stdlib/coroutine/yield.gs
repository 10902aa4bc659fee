print(pcall(coroutine.yield, 1))                // expect: false\tcannot yield from outside a coroutine
gen := coroutine.wrap(func() { for i := range 3 { coroutine.yield(i, i * i) } })
for i, sq := range gen { io.write(i, ":", sq, " ") }
print()                                         // expect: 0:0 1:1 2:4 
none := coroutine.wrap(func() { return select("#", coroutine.yield()) })
print(select("#", none()), none())              // expect: 0\t0
coroutine.yield()                               // expect error: cannot yield from outside a coroutine

print(pcall(coroutine.yield, 1))             // expect: false\tcannot yield from outside a coroutine
coroutine.yield()                            // expect error: cannot yield from outside a coroutine

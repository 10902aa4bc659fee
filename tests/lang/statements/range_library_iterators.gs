for i, v := range ipairs({"x", "y", nil, "z"}) { io.write(i, v, " ") }
for k, v := range pairs({1, a: 2}) { io.write(k, v, " ") }
for w := range string.gmatch("one two", "%w+") { io.write(w, " ") }
for v := range coroutine.wrap(func() { coroutine.yield(1); coroutine.yield(2) }) { io.write(v, " ") }
print()                              // expect: 1x 2y 11 a2 one two 1 2\x20

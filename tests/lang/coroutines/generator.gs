func gen(n) { return coroutine.wrap(func() { for i := 1; i <= n; i++ { coroutine.yield(i, i * i) } }) }
for i, sq := range gen(4) { io.write(i, ":", sq, " ") }
print()                  // expect: 1:1 2:4 3:9 4:16\x20
func walk(t) {
    if type(t) == "table" { for _, v := range t { walk(v) } } else { coroutine.yield(t) }
}
for v := range coroutine.wrap(func() { walk({1, {2, {3, 4}}, 5}) }) { io.write(v, " ") }
print()                  // expect: 1 2 3 4 5\x20

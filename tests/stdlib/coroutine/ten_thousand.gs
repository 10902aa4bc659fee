cos := {}
for i := range 10000 { append(cos, coroutine.wrap(func() { for n := 0; ; n++ { coroutine.yield(i + n) } })) }
sum := 0
for range 3 { for _, f := range cos { sum += f() } }
print(sum)                                      // expect: 150015000

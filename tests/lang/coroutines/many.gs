cos := {}
for i := 1; i <= 2000; i++ {
    append(cos, coroutine.wrap(func() { for j := 1; ; j++ { coroutine.yield(i * j) } }))
}
sum := 0
for round := range 3 { for _, co := range cos { sum += co() } }
print(sum)               // expect: 12006000

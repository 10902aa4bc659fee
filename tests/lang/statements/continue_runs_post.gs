n := 0
for i := 0; i < 5; i++ {
    if i % 2 == 0 { continue }
    n += i
}
print(n)             // expect: 4

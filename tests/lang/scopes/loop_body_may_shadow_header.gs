n := 0
for i := 0; i < 3; i++ {
    i := i * 10
    i++
    n += i
}
print(n)            // expect: 33
for k, v := range {5} {
    k := "k"; v := "v"
    print(k, v)     // expect: k\tv
}

func f(x) {
    get := func() { return x }
    x := x + 1
    return get(), x
}
print(f(1))   // expect: 2\t2

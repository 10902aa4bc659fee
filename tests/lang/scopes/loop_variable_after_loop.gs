func f() {
    for i := 0; i < 2; i++ { }
    return i
}
print(pcall(f))     // expect: false\tundefined variable: i

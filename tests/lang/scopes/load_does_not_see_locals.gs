func f() {
    hidden := 1
    return load("return hidden")
}
print(pcall(f()))    // expect: false\tundefined variable: hidden

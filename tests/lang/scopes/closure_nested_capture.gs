func outer() {
    a := 1
    return func() {
        b := 2
        return func() {
            a++; b++
            return a + b
        }
    }
}
m := outer()
f, g := m(), m()
print(f(), f(), g())    // expect: 5\t7\t7

// defer recover() does nothing.
func f() {
    defer recover()
    error("E")
}
print(pcall(f))       // expect: false\tE

// func declarations of one block see each other.
func demo() {
    func even(n) { if n == 0 { return true } return odd(n - 1) }
    func odd(n) { if n == 0 { return false } return even(n - 1) }
    return even(10), odd(10)
}
print(demo())       // expect: true\tfalse

// expect compile error: 3:9: 'a' redeclared in this block
func f(a) {
    var a = 2
    return a
}

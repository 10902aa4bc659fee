// expect compile error: 4:9: 'a' redeclared in this block
func f() {
    a := 1
    var a = 2
    return a
}

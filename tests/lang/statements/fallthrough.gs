func f(x) {
    s := ""
    switch x {
    case 1:
        s ..= "1"
        fallthrough
    case 2:
        s ..= "2"
        fallthrough
    default:
        s ..= "d"
    case 3:
        s ..= "3"
    }
    return s
}
print(f(1), f(2), f(3), f(4))   // expect: 12d\t2d\t3\td

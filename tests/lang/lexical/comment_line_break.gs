// A block comment with a line break counts as a line break, one without does not.
func broken() {
    return /* line
    break */ print("not reached")
}
func joined() {
    return /* same line */ 7
}
print(select("#", broken()), joined())   // expect: 0\t7

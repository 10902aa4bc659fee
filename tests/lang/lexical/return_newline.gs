// return, break and continue directly followed by a newline are complete.
func f() {
    return
    print("never")
}
print(select("#", f()))              // expect: 0
func g() { return 1,
    2 }
print(g())                           // expect: 1\t2
x := 0
for x < 3 {
    x++
    continue
    print("never")
}
for {
    break
    print("never")
}
print(x)                             // expect: 3

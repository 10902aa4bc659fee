// CR is white space: CRLF files behave as LF ones.
a := 1
b := a
    + 2
print(a, b)          // expect: 1\t3
func f() {
    return
    print("never")
}
f()
nosuch()             // expect error: undefined variable: nosuch

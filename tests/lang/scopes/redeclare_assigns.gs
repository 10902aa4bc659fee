// := of a name declared in the same scope assigns the same variable.
func f() {
    x := 1
    get := func() { return x }
    x := 2
    return get(), x
}
print(f())              // expect: 2\t2
a := 1; a := 5
print(a)                // expect: 5

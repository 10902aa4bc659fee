// Post works on the fresh copy: a closure of the body keeps the body's value.
hold := nil
for i := 0; i < 3; i++ {
    if i == 1 { hold = func() { return i } }
    i = i + 0
}
print(hold())                                       // expect: 1
inc := nil
for i := 0; i < 5; i++ {
    if i == 0 { inc = func() { i = 100 } }
    if i == 2 { inc() }
    io.write(i, " ")
}
print()                                             // expect: 0 1 2 3 4\x20

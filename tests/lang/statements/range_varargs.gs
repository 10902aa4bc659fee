func f(...) {
    for i, v := range ... { io.write(i, "=", tostring(v), " ") }
    print()
}
f("a", nil, "c", nil)                // expect: 1=a 2=nil 3=c 4=nil\x20
f()                                  // expect:

func f(x) {
    if x { defer print("deferred") }
    print("body", x)
}
f(false)         // expect: body\tfalse
f(true)          // expect: body\ttrue
                 // expect: deferred

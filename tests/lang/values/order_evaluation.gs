// a > b still evaluates a first.
func v(x) { io.write(x, " "); return x }
print(v(1) > v(2))     // expect: 1 2 false
print(v(3) >= v(2))    // expect: 3 2 true

print(load("func f(..., a) { }") == nil, load("func f(a..., b) { }") == nil)   // expect: true\ttrue
print(load("func f(a, ...,) { }") != nil)                                      // expect: true

f := load("return 1 + ...")
print(f(41), load("return ...")(1, nil, 3))   // expect: 42\t1\tnil\t3
print(select("#", load("")()))                // expect: 0
print(load("return #...")(1, 2, 3))           // expect: 3
print(type(load("x")), type(load("print()"))) // expect: nil\tfunction
g := load("counter := (...) return counter")
print(g(1), g(2), counter)                    // expect: 1\t2\t2

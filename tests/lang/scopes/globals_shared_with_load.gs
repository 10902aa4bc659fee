x := 1
print(load("x = x + 1 return x")())   // expect: 2
load("y := 10")()
print(x, y)                           // expect: 2\t10
load("func made() { return x + y }")()
print(made())                         // expect: 12

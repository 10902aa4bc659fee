// Many temporaries alive at once.
func id(x) { return x }
print(id(1) + id(2) * (id(3) + id(4) * (id(5) + id(6) * (id(7) + id(8)))))     // expect: 767
print(id(id(id(id(1))) + id(id(2))), {id(1), {id(2), {id(3)}}}[2][2][1])       // expect: 3\t3
print(id(1) .. id(2) .. id(3) .. id(4) + id(5) .. id(6))                       // expect: 12396

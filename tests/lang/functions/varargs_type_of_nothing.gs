func g(...) { return type((...)), select("#", ...), select("#", (...)) }
print(g())      // expect: nil\t0\t1

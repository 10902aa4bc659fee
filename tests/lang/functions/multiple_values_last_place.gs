func f() { return 1, 2, 3 }
func none() { }
print(f(), f())              // expect: 1\t1\t2\t3
print(none(), "x", none())   // expect: nil\tx
print((f()))                 // expect: 1
print(f(), (f()))            // expect: 1\t1
func g() { return 0, f() }
print(g())                   // expect: 0\t1\t2\t3
func h() { return (f()) }
print(h())                   // expect: 1
print(#{f(), f()}, #{f(), x: f()}, #{f(), (f())}, #{none(), 1})   // expect: 4\t1\t2\t2

a, b := vec.vec2(1, 2), vec.vec2(3, 5)
func s(v) { return v.z && v.x .. "," .. v.y .. "," .. v.z || v.x .. "," .. v.y }
print(s(a + b), s(b - a), s(a * 2), s(2 * a), s(b / 2), s(-a), a == vec.vec2(1, 2), a == b)        // expect: 4.0,7.0\t2.0,3.0\t2.0,4.0\t2.0,4.0\t1.5,2.5\t-1.0,-2.0\ttrue\tfalse
c, d := vec.vec3(1, 2, 3), vec.vec3(4, 5, 6)
print(s(c + d), s(d - c), s(c * 2), s(0.5 * d), s(d / 2), s(-c), c == vec.vec3(1, 2, 3))           // expect: 5.0,7.0,9.0\t3.0,3.0,3.0\t2.0,4.0,6.0\t2.0,2.5,3.0\t2.0,2.5,3.0\t-1.0,-2.0,-3.0\ttrue
print(pcall(func() { return a / 0 }))           // expect: false\tdivision by zero
print(pcall(func() { return a + 1 }) == false, pcall(func() { return a * b }) == false)            // expect: true\ttrue
x := c / 0                                      // expect error: division by zero

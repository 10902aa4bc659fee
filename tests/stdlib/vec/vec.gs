func s(v) { return v.z && v.x .. "," .. v.y .. "," .. v.z || v.x .. "," .. v.y }
a, b := vec.vec2(3, 4), vec.vec2(1, -1)
print(s(a + b), s(a - b), s(a * 2), s(2 * a), s(a / 2), s(-a), a == vec.vec2(3, 4), a == b)   // expect: 4.0,3.0\t2.0,5.0\t6.0,8.0\t6.0,8.0\t1.5,2.0\t-3.0,-4.0\ttrue\tfalse
print(vec.dot2(a, b), vec.length2(a), vec.lengthSq2(a), vec.dist2(a, b), vec.distSq2(a, b), vec.angle2(vec.up()) == math.pi / 2)   // expect: -1.0\t5.0\t25.0\t5.385164807134504\t29.0\ttrue
print(s(vec.normalize2(a)), s(vec.normalize2(vec.zero2())), s(vec.lerp2(a, b, 0.5)), s(vec.perp2(a)), s(vec.reflect2(b, vec.up())))   // expect: 0.6,0.8\t0.0,0.0\t2.0,1.5\t-4.0,3.0\t1.0,1.0
print(s(vec.clamp2(a, 0, 1)), s(vec.clamp2(a, vec.zero2(), vec.vec2(2, 10))), s(vec.one2()), s(vec.right()))   // expect: 1.0,1.0\t2.0,4.0\t1.0,1.0\t1.0,0.0
r := vec.rotate2(vec.right(), math.pi / 2)
print(math.abs(r.x) < 1e-12, r.y)                                                             // expect: true\t1.0
c, d := vec.vec3(1, 2, 3), vec.vec3(4, 5, 6)
print(s(c + d), s(c * 2), s(-c), vec.dot3(c, d), s(vec.cross3(c, d)), vec.length3(vec.vec3(2, 3, 6)), vec.dist3(c, d))   // expect: 5.0,7.0,9.0\t2.0,4.0,6.0\t-1.0,-2.0,-3.0\t32.0\t-3.0,6.0,-3.0\t7.0\t5.196152422706632
print(s(vec.normalize3(vec.vec3(0, 0, 9))), s(vec.lerp3(c, d, 1)), s(vec.zero3()), s(vec.one3()))   // expect: 0.0,0.0,1.0\t4.0,5.0,6.0\t0.0,0.0,0.0\t1.0,1.0,1.0
print(vec.isVec2(a), vec.isVec2(c), vec.isVec3(c), vec.isVec3({x: 1, y: 2, z: 3}), a._type, vec.dot2({x: 1, y: 2}, a))   // expect: true\tfalse\ttrue\tfalse\tvec2\t11.0
print(pcall(func() { return a / 0 }))             // expect: false\tdivision by zero
print(pcall(vec.dot2, a, 1))                      // expect: false\tbad argument #2 to 'vec.dot2' (vec2 expected, got number)
print(pcall(vec.length3, a))                      // expect: false\tbad argument #1 to 'vec.length3' (vec3 expected, got table)
print(pcall(vec.vec2, 1))                         // expect: false\tbad argument #2 to 'vec.vec2' (number expected, got nil)

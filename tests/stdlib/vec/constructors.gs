v, w := vec.vec2(1, 2), vec.vec3(1, 2, 3)
print(v.x, v.y, v._type, w.x, w.y, w.z, w._type)                   // expect: 1.0\t2.0\tvec2\t1.0\t2.0\t3.0\tvec3
print(vec.zero2() == vec.vec2(0, 0), vec.one2() == vec.vec2(1, 1), vec.up() == vec.vec2(0, 1), vec.right() == vec.vec2(1, 0), vec.zero3() == vec.vec3(0, 0, 0), vec.one3() == vec.vec3(1, 1, 1))  // expect: true\ttrue\ttrue\ttrue\ttrue\ttrue
print(vec.isVec2(v), vec.isVec2(w), vec.isVec3(w), vec.isVec3({}), vec.isVec2(nil), vec.isVec2({_type: "vec2"}), vec.isVec3("x"))  // expect: true\tfalse\ttrue\tfalse\tfalse\ttrue\tfalse
v.x = 5
print(v.x, vec.zero2().x)                       // expect: 5\t0.0
print(pcall(vec.vec2, 1))                       // expect: false\tbad argument #2 to 'vec.vec2' (number expected, got nil)
vec.vec3(1, 2, "z")                             // expect error: bad argument #3 to 'vec.vec3' (number expected, got string)

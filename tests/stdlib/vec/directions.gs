func s(v) { return string.format("%.3f,%.3f", v.x, v.y) .. (v.z && string.format(",%.3f", v.z) || "") }
print(s(vec.normalize2(vec.vec2(3, 4))), s(vec.normalize2(vec.zero2())), s(vec.normalize3(vec.vec3(0, 0, 9))), s(vec.normalize3(vec.zero3())))     // expect: 0.600,0.800\t0.000,0.000\t0.000,0.000,1.000\t0.000,0.000,0.000
print(s(vec.rotate2(vec.vec2(1, 0), math.pi / 2)), s(vec.perp2(vec.vec2(3, 4))), s(vec.reflect2(vec.vec2(1, -1), vec.vec2(0, 1))))         // expect: 0.000,1.000\t-4.000,3.000\t1.000,1.000
print(s(vec.lerp2(vec.vec2(0, 0), vec.vec2(10, 20), 0.5)), s(vec.lerp3(vec.zero3(), vec.one3(), 0.25)))    // expect: 5.000,10.000\t0.250,0.250,0.250
print(s(vec.clamp2(vec.vec2(-5, 50), 0, 10)), s(vec.clamp2(vec.vec2(5, 50), vec.vec2(6, 0), vec.vec2(9, 20))))     // expect: 0.000,10.000\t6.000,20.000
print(vec.isVec2(vec.perp2(vec.up())), vec.isVec3(vec.lerp3(vec.zero3(), vec.one3(), 1)))   // expect: true\ttrue
for _, f := range {"normalize2", "perp2", "rotate2", "reflect2", "lerp2", "clamp2"} { assert(select(2, pcall(vec[f], 1)) == "bad argument #1 to 'vec." .. f .. "' (vec2 expected, got number)", f) }
for _, f := range {"normalize3", "lerp3", "dot3", "dist3", "cross3", "length3"} { assert(select(2, pcall(vec[f], 1)) == "bad argument #1 to 'vec." .. f .. "' (vec3 expected, got number)", f) }
vec.rotate2(vec.up(), "far")                    // expect error: bad argument #2 to 'vec.rotate2' (number expected, got string)

a, b := vec.vec2(3, 4), vec.vec2(1, 2)
print(vec.dot2(a, b), vec.length2(a), vec.lengthSq2(a), vec.dist2(a, b), vec.distSq2(a, b))        // expect: 11.0\t5.0\t25.0\t2.8284271247461903\t8.0
c, d := vec.vec3(1, 2, 2), vec.vec3(4, 6, 2)
print(vec.dot3(c, d), vec.length3(c), vec.dist3(c, d))             // expect: 20.0\t3.0\t5.0
print(vec.angle2(vec.vec2(1, 0)), vec.angle2(vec.vec2(0, 1)) == math.pi / 2, vec.angle2(vec.vec2(-1, 0)) == math.pi)       // expect: 0.0\ttrue\ttrue
print(vec.dot2({x: 1, y: 2}, {x: 3, y: 4}), vec.length2({x: 0, y: 2})) // expect: 11.0\t2.0
k := vec.cross3(vec.vec3(1, 0, 0), vec.vec3(0, 1, 0))
print(k.x, k.y, k.z, vec.dot3(vec.cross3(c, d), c))                // expect: 0.0\t0.0\t1.0\t0.0
print(pcall(vec.dot2, a, 5))                    // expect: false\tbad argument #2 to 'vec.dot2' (vec2 expected, got number)
print(pcall(vec.length3, a))                    // expect: false\tbad argument #1 to 'vec.length3' (vec3 expected, got table)
print(pcall(vec.dot3, c, {x: 1, y: 2}) == false, pcall(vec.angle2, {x: "a", y: 1}) == false)       // expect: true\ttrue
for _, f := range {"length2", "lengthSq2", "angle2"} { assert(select(2, pcall(vec[f])) == "bad argument #1 to 'vec." .. f .. "' (vec2 expected, got nil)", f) }
for _, f := range {"dot2", "dist2", "distSq2"} { assert(select(2, pcall(vec[f], a)) == "bad argument #2 to 'vec." .. f .. "' (vec2 expected, got nil)", f) }
vec.cross3(c, "up")                             // expect error: bad argument #2 to 'vec.cross3' (vec3 expected, got string)

print(math.clamp(5, 1, 3), math.clamp(-5, 1, 3), math.clamp(2, 1, 3))      // expect: 3\t1\t2
print(math.clamp(5.5, 1, 3), math.clamp(2, 1.0, 3), math.clamp(2, 1, 2.5), math.type(math.clamp(2, 1, 3)))         // expect: 3.0\t2.0\t2.0\tinteger
print(math.lerp(0, 10, 0.5), math.lerp(0, 10, 0), math.lerp(10, 20, 1), math.lerp(0, 1, 2), math.lerp(5, 5, 0.3))  // expect: 5.0\t0.0\t20.0\t2.0\t5.0
print(pcall(math.clamp, 1, 2))                  // expect: false\tbad argument #3 to 'math.clamp' (number expected, got nil)
math.lerp(1, 2)                                 // expect error: bad argument #3 to 'math.lerp' (number expected, got nil)

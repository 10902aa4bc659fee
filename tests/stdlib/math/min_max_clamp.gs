print(math.max(3, 7.5, 1), math.min(3, 7.5, 1), math.max(1, 1.0), math.min(2), math.max(1, 0.0 / 0))   // expect: 7.5\t1\t1\t2\tNaN
print(math.clamp(15, 0, 10), math.clamp(-1, 0, 10), math.clamp(5, 0, 10), math.clamp(5.0, 0, 10), math.clamp(15, 0, 10.0))   // expect: 10\t0\t5\t5.0\t10.0
print(math.lerp(0, 10, 0.25), math.lerp(2, 4, 1))    // expect: 2.5\t4.0
print(pcall(math.max))                  // expect: false\tbad argument #1 to 'math.max' (number expected, got nil)
print(pcall(math.max, 1, {}))           // expect: false\tbad argument #2 to 'math.max' (number expected, got table)

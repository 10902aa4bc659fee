// 0, negative ints and far ints are other keys.
t := {1, 2, [0]: "zero", [-1]: "neg", [10]: "far"}
print(#t)                                  // expect: 2
t[2.5] = 1
t["3"] = 1
print(#t)                                  // expect: 2

t := {1, 2, a: 3}
print(pcall(next, t, "nosuch"))    // expect: false\tinvalid key to 'next'
print(pcall(next, t, {}))          // expect: false\tinvalid key to 'next'
print(pcall(next, t, -5))          // expect: false\tinvalid key to 'next'

// Assigning to a global constant of another chunk raises.
const k = 1
print(pcall(load("k = 2")))       // expect: false\tcannot assign to constant 'k'
print(pcall(load("k++")))         // expect: false\tcannot assign to constant 'k'
print(pcall(load("k := 3")))      // expect: false\tcannot assign to constant 'k'
print(k)                          // expect: 1

print(unpack({1, 2, 3}))              // expect: 1\t2\t3
print(unpack({1, 2, 3}, 2))           // expect: 2\t3
print(unpack({1, 2, 3}, 2, 2))        // expect: 2
print(unpack({1, 2}, 1, 4))           // expect: 1\t2\tnil\tnil
print(unpack({}, 1, 0), unpack({}))   // expect: nil
print(unpack({[0]: "z", "a"}, 0, 1))  // expect: z\ta
print(select("#", unpack({}, 1, 3)), select("#", unpack({1, 2}, 3)))   // expect: 3\t0
print(pcall(unpack, 5))               // expect: false\tbad argument #1 to 'unpack' (table expected, got number)

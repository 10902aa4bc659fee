print(cap(make(chan)), cap(make(chan, 5)))   // expect: 0\t5
print(pcall(cap, {}))     // expect: false\tbad argument #1 to 'cap' (channel expected, got table)

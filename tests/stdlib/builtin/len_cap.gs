ch := make(chan, 3)
ch <- 1; ch <- 2
print(len("héllo"), len({1, 2, x: 3}), len(ch), cap(ch), len(make(chan)), cap(make(chan)))         // expect: 6\t2\t2\t3\t0\t0
print(len(setmetatable({1}, {__len: func() { return 99 }})))       // expect: 1
print(pcall(cap, {}))                           // expect: false\tbad argument #1 to 'cap' (channel expected, got table)
len(5)                                          // expect error: bad argument #1 to 'len' (string, table or channel expected, got number)

ch := make(chan, 3)
ch <- 1
print(len("abc"), len("é"), len({1, 2}), len(ch), len(""), len({}))   // expect: 3\t2\t2\t1\t0\t0
print(pcall(len, 5))      // expect: false\tbad argument #1 to 'len' (string, table or channel expected, got number)
print(pcall(len))         // expect: false\tbad argument #1 to 'len' (string, table or channel expected, got nil)

// Without a limit the machine's memory is the bound; the error is clear all the same.
ok, e := pcall(string.rep, "x", 1e14)
print(ok, e)                                           // expect: false\tout of memory
ok, e = pcall(string.rep, "x", 1e15)
print(ok, e)                                           // expect: false\tstring too large

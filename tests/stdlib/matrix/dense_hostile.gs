// flags: --memory-limit=64M
ok, e := pcall(matrix.dense, 1 << 20, 1 << 20)
print(ok, e)                                    // expect: false\tout of memory
ok, e = pcall(matrix.dense, math.maxinteger, math.maxinteger)
print(ok, type(e))                              // expect: false\tstring
print(matrix.dense(2, 2)[1][1])                 // expect: 0.0

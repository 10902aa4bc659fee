t := {}
t[math.maxinteger] = "max"; t[math.mininteger] = "min"; t[140737488355328] = "48 bits"; t[9007199254740993] = "odd"
print(t[math.maxinteger], t[math.mininteger], t[140737488355328], t[9007199254740993], t[9007199254740992])   // expect: max\tmin\t48 bits\todd\tnil
print(t[0x7fffffffffffffff], #t)     // expect: max\t0

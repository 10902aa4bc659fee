t := {}
t[1] = "a"; t[2.0] = "b"; t[2 ** 53] = "c"
print(t[1.0], t[2], t[9007199254740992.0], t[1.5])   // expect: a\tb\tc\tnil
t[-0.0] = "z"
print(t[0])                                          // expect: z
for k := range {[3.0]: 1} { print(math.type(k)) }    // expect: integer

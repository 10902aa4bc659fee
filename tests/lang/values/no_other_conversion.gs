print("1" == 1, 1 == "1", "1" != 1)          // expect: false\tfalse\ttrue
t := {[1]: "int", ["1"]: "string"}
print(t[1], t["1"])                          // expect: int\tstring
print(pcall(func() { return 1 < "2" }))      // expect: false\tattempt to compare number with string
print(pcall(func() { return "1" < 2 }))      // expect: false\tattempt to compare string with number

f := load("return nosuch")
print(pcall(f))                               // expect: false\tundefined variable: nosuch

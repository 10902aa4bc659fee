print(pcall(error, "m", 0), pcall(error, "m", 5))      // expect: false\tfalse\tm
print(pcall(error, "m", 1, "surplus"))                 // expect: false\tm

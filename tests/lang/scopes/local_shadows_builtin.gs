func f(type) { return type }
print(f(1), type(1))     // expect: 1\tnumber

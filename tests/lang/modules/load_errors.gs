print(load("x = = 1", "snippet"))             // expect: nil\tsnippet:1:5: expected expression, found '='
print(load("\n  return )"))                   // expect: nil\t(load):2:10: expected statement, found ')'
print(pcall(load))                            // expect: false\tbad argument #1 to 'load' (string expected, got nil)

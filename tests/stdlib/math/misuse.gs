print(pcall(math.sqrt))                 // expect: false\tbad argument #1 to 'math.sqrt' (number expected, got nil)
print(pcall(math.floor, "x"))           // expect: false\tbad argument #1 to 'math.floor' (number expected, got string)
print(pcall(math.div, 1.5, {}))         // expect: false\tbad argument #2 to 'math.div' (number expected, got table)
print(math.div(7.9, 2), math.sqrt("4")) // expect: 3\t2.0

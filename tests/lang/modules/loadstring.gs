print(loadstring("return 6 * 7, 'x'"))        // expect: 42\t120
print(loadstring("made := 5"))                // expect:
print(made)                                   // expect: 5
print(pcall(loadstring, "return ("))          // expect: false\t(load):1:9: expected expression, found end of file
print(pcall(loadstring, "error('E')"))        // expect: false\t69

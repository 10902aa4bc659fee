f := load("a, b := ...; return a + b, 'x'")
print(f(1, 2))                                  // expect: 3\t120
print(load("return (", "chunk"))                // expect: nil\tchunk:1:9: expected expression, found end of file
print(load("x := = 1"))                         // expect: nil\t(load):1:6: expected expression, found '='
print(loadstring("return 1, 2"))                // expect: 1\t2
print(pcall(loadstring, "return )"))            // expect: false\t(load):1:8: expected statement, found ')'
load("shared := 5")()
print(load("shared = shared + 1; return shared")())                // expect: 6
print(pcall(load, 5))                           // expect: false\tbad argument #1 to 'load' (string expected, got number)
load("error('from inside')", "named")           // no call, no error
loadstring(nil)                                 // expect error: bad argument #1 to 'loadstring' (string expected, got nil)

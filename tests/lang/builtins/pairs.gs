for k, v := range pairs({10, a: 1}) { io.write(k, "=", v, " ") }
print()                         // expect: 1=10 a=1\x20
f := pairs({5, 6})
print(type(f), f())             // expect: function\t1\t5
print(f())                      // expect: 2\t6
print(f())                      // expect: nil
print(pcall(pairs, 5))          // expect: false\tbad argument #1 to 'pairs' (table expected, got number)
print(pcall(pairs))             // expect: false\tbad argument #1 to 'pairs' (table expected, got nil)

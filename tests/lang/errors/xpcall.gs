print(xpcall(func(a, b) { return a + b }, print, 3, 4))           // expect: true\t7
print(xpcall(error, func(e) { return "<" .. e .. ">" }, "E"))     // expect: false\t<E>
print(xpcall(error, func(e) { return 1, 2 }, "E"))                // expect: false\t1
print(xpcall(error, func(e) { }, "E"))                            // expect: false\tnil
print(xpcall(error, func(e) { error("again") }, "E"))             // expect: false\tnil
print(xpcall(nil, func(e) { return e }))                          // expect: false\tattempt to call a nil value
print(pcall(xpcall, print, 5))   // expect: false\tbad argument #2 to 'xpcall' (function expected, got number)
print(pcall(xpcall, print))      // expect: false\tbad argument #2 to 'xpcall' (function expected, got nil)

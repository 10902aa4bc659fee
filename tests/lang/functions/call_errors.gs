func e(f) { _, m := pcall(f); print(m) }
e(func() { x := nil; x() })          // expect: attempt to call a nil value
e(func() { x := 5; x() })            // expect: attempt to call a number value
e(func() { ("s")() })                // expect: attempt to call a string value
e(func() { ({})() })                 // expect: attempt to call a table value
e(func() { true.x() })               // expect: attempt to index a boolean value
e(func() { t := {}; t.a() })         // expect: attempt to call a nil value
e(func() { t := {}; t.a.b() })       // expect: attempt to index a nil value
print(pcall(5))                      // expect: false\tattempt to call a number value
print(pcall(nil))                    // expect: false\tattempt to call a nil value

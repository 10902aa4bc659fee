func e(f) { _, m := pcall(f); print(m) }
e(func() { t := {}; t:nosuch() })      // expect: attempt to call a nil value (method 'nosuch' not found)
e(func() { ("s"):nosuch() })           // expect: attempt to call a nil value (method 'nosuch' not found)
e(func() { io.stdout:nosuch() })       // expect: attempt to call a nil value (method 'nosuch' not found)
e(func() { x := 5; x:foo() })          // expect: attempt to call method 'foo' on a number value
e(func() { x := nil; x:foo() })        // expect: attempt to call method 'foo' on a nil value
e(func() { true:foo() })               // expect: attempt to call method 'foo' on a boolean value
e(func() { print:foo() })              // expect: attempt to call method 'foo' on a function value
e(func() { make(chan):foo() })         // expect: attempt to call method 'foo' on a channel value
e(func() { t := {f: 5}; t:f() })       // expect: attempt to call a number value

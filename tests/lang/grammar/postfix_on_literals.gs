print({10, 20}[2], {x: 1}.x, {f: func() { return 9 }}.f())   // expect: 20\t1\t9
print("abc":upper(), ("x"):rep(3), `raw`:len())              // expect: ABC\txxx\t3
print(func(x) { return x + 1 }(4))                           // expect: 5

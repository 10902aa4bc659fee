obj := {a: {["k y"]: {f: func(x) { return {g: func(self, y) { return x + y }} }}}}
print(obj.a["k y"].f(1):g(2))                 // expect: 3
f := func() { return func() { return {5, 6} } }
print(f()()[2])                               // expect: 6

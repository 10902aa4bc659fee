print(_VERSION)       // expect: GScript 1.0
print(pcall(func() { return _G }))   // expect: false\tundefined variable: _G

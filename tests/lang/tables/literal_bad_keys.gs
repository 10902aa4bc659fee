print(pcall(func() { return {[nil]: 1} }))         // expect: false\ttable index is nil
print(pcall(func() { return {[0.0 / 0]: 1} }))     // expect: false\ttable index is NaN

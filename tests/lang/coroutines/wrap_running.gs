w := nil
w = coroutine.wrap(func() { return pcall(w) })
print(w())               // expect: false\tcannot resume running coroutine

co := coroutine.create(func() { defer print("never") })
print(coroutine.close(co), coroutine.status(co))   // expect: true\tdead

co := coroutine.create(func() { error({code: 5}) })
ok, e := coroutine.resume(co)
print(ok, e.code, coroutine.status(co))      // expect: false\t5\tdead
print(coroutine.resume(co))                  // expect: false\tcannot resume dead coroutine

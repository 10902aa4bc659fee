for _, v := range {1, 1.5, "s", true, {}, print, coroutine.create(print), make(chan), io.stdout} { io.write(type(v), " ") }
print(type(nil), type(), type(func() { }))      // expect: number number string boolean table function coroutine channel userdata nil\tnil\tfunction

// Functions of library objects take the receiver or leave it out.
io.stdout.write("a\n")              // expect: a
io.stdout:write("b\n")              // expect: b
io.stdout.write(io.stdout, "c\n")   // expect: c
mu := sync.mutex()
mu.lock()
print(mu:tryLock(), mu.tryLock())   // expect: false\tfalse
mu.unlock(mu)
print(mu:tryLock())                 // expect: true

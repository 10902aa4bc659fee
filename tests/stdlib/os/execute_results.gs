print(os.execute("exit 0"))                     // expect: true\texit\t0
print(os.execute("exit 3"))                     // expect: nil\texit\t3
print(os.execute("kill -9 $$"))                 // expect: nil\tsignal\t9
print(os.execute())                             // expect: true
io.write("before ")
os.execute("printf child")
print(" after")                                 // expect: before child after
ticks := 0
go func() { for { ticks++; time.sleep(0.01) } }()
os.execute("sleep 0.2")
print(ticks > 3)                                // expect: true
os.execute({})                                  // expect error: bad argument #1 to 'os.execute' (string expected, got table)

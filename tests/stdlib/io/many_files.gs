// Files that are dropped are closed when they are collected: more of them than a process may have open at once.
for i := range 3000 {
    f := assert(io.open("many.txt", "w"))
    f:write(i)
    if i % 200 == 0 { collectgarbage() }
}
print("ok")                                     // expect: ok

print(collectgarbage(), collectgarbage("collect"))      // expect: 0\t0
print(math.type(collectgarbage("count")), collectgarbage("count") > 0)   // expect: float\ttrue
print(type(collectgarbage("step")))                     // expect: boolean
print(collectgarbage("isrunning"), collectgarbage("stop"), collectgarbage("isrunning"))   // expect: true\t0\tfalse
print(collectgarbage("restart"), collectgarbage("isrunning"))   // expect: 0\ttrue
print(pcall(collectgarbage, "x"))   // expect: false\tbad argument #1 to 'collectgarbage' (invalid option 'x')

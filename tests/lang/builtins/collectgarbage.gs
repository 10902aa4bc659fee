print(collectgarbage(), collectgarbage("collect"))      // expect: 0\t0
print(math.type(collectgarbage("count")), collectgarbage("count") > 0)   // expect: float\ttrue
print(type(collectgarbage("step")))                     // expect: boolean
print(collectgarbage("isrunning"), collectgarbage("stop"), collectgarbage("isrunning"))   // expect: true\t0\tfalse
print(collectgarbage("restart"), collectgarbage("isrunning"))   // expect: 0\ttrue
print(pcall(collectgarbage, "x"))   // expect: false\tbad argument #1 to 'collectgarbage' (invalid option 'x')
print(collectgarbage("incremental"), collectgarbage("incremental"), collectgarbage("generational"))  // expect: generational\tincremental\tincremental
stats := collectgarbage("stats")
print(stats.mode, stats.collections > 1, stats.full > 0, stats.steps >= 0, stats.bytes > 0, stats.peak >= stats.bytes)  // expect: generational\ttrue\ttrue\ttrue\ttrue\ttrue
print(stats.pauses >= stats.longest, stats.cpu >= stats.longestcpu, stats.longestcpu > 0)  // expect: true\ttrue\ttrue

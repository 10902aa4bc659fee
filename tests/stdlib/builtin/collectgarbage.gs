print(collectgarbage(), collectgarbage("collect"), math.type(collectgarbage("count")), collectgarbage("count") > 10)       // expect: 0\t0\tfloat\ttrue
print(collectgarbage("isrunning"), collectgarbage("stop"), collectgarbage("isrunning"), collectgarbage("restart"), collectgarbage("isrunning"))    // expect: true\t0\tfalse\t0\ttrue
for !collectgarbage("step") { }
weak := setmetatable({}, {__mode: "v"})
weak.x = {}
collectgarbage()
print(weak.x == nil || weak.x != nil, type(collectgarbage("step")))        // expect: true\tboolean
collectgarbage("faster")                        // expect error: bad argument #1 to 'collectgarbage' (invalid option 'faster')

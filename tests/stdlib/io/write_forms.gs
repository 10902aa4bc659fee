io.write("a", 1, " ", 2.0, nil, true, "\n")     // expect: a1 2.0niltrue
print(select("#", io.write()), select("#", io.write("")))          // expect: 0\t0
io.write(setmetatable({}, {__tostring: func() { return "object" }}), "\n")         // expect: object
print("x")                                      // expect: x
print(pcall(io.write, setmetatable({}, {__tostring: func() { return {} }})))       // expect: false\t'__tostring' must return a string
io.write("before\n")                            // expect: before
io.write(setmetatable({}, {__tostring: func() { error("broken") }}))               // expect error: broken

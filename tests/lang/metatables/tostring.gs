v := setmetatable({}, {__tostring: func(v) { return "custom" }})
print(v, tostring(v), string.format("%s", v), table.concat({v, v}, "+"))   // expect: custom\tcustom\tcustom\tcustom+custom
io.write(v, "\n")                                                           // expect: custom
print(pcall(func() { return v .. "" }))       // expect: false\tattempt to concatenate a table value
bad := setmetatable({}, {__tostring: func() { return 5 }})
print(pcall(tostring, bad))                   // expect: false\t'__tostring' must return a string
print(pcall(print, bad))                      // expect: false\t'__tostring' must return a string

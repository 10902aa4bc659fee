v := setmetatable({}, {__add: func() { error("in add") }, __index: func() { error({code: 5}) }})
print(pcall(func() { return v + 1 }))                    // expect: false\tin add
_, e := pcall(func() { return v.x })
print(e.code)                                            // expect: 5

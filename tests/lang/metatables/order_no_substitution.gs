// __lt and __le do not replace each other.
lt := setmetatable({}, {__lt: func() { return true }})
le := setmetatable({}, {__le: func() { return true }})
print(lt < lt, pcall(func() { return lt <= lt }))   // expect: true\tfalse\tattempt to compare table with table
print(le <= le, pcall(func() { return le < le }))   // expect: true\tfalse\tattempt to compare table with table

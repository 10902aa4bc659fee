t := setmetatable({}, {__index: func(t, k) { return 10 }, __newindex: func(t, k, v) { print(k, v) }})
t.x += 5          // expect: x\t15
t.y++             // expect: y\t11
t[1] ..= "!"      // expect: 1\t10!

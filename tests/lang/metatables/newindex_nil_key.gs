// Also called for nil and NaN keys.
t := setmetatable({}, {__newindex: func(t, k, v) { print("stored", k, v) }})
t[nil] = 1        // expect: stored\tnil\t1
t[0.0 / 0] = 2    // expect: stored\tNaN\t2

store := {}
t := setmetatable({own: 1}, {__newindex: store})
t.own = 2
t.other = 3
print(t.own, rawget(t, "other"), store.other, store.own)   // expect: 2\tnil\t3\tnil

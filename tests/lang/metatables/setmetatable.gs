t, mt := {}, {}
print(getmetatable(t), setmetatable(t, mt) == t, getmetatable(t) == mt)   // expect: nil\ttrue\ttrue
print(setmetatable(t, nil) == t, getmetatable(t))                         // expect: true\tnil
print(getmetatable("s"), getmetatable(1), getmetatable(print))            // expect: nil\tnil\tnil

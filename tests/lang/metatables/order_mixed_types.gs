mt := {__lt: func(a, b) { return type(a) .. "<" .. type(b) == "number<table" }, __le: func(a, b) { return nil }}
v := setmetatable({}, mt)
print(1 < v, v < 1, 1 > v, v > 1, "s" < v)   // expect: true\tfalse\tfalse\ttrue\tfalse
print(1 <= v, v >= v)                        // expect: false\tfalse

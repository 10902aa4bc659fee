// . and : continue a line; so do else and elseif.
obj := {n: 0}
obj.add = func(self, k) { self.n += k; return self }
obj
    :add(1)
    :add(2)
v := obj
    .n
if v == 4 { print("no") }
elseif v == 3 { print("three") }   // expect: three
else { print("no") }
print(v
    , "list")                      // expect: 3\tlist

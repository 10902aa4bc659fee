t := {}
t["a" .. "b"] = 1
t[("x"):rep(100)] = 2
print(t.ab, t[("x"):rep(50) .. ("x"):rep(50)])    // expect: 1\t2
t.ab = nil
print(t.ab, t["ab"])                              // expect: nil\tnil

print(table.concat({1, 2, 3}), table.concat({1, 2, 3}, ", "), table.concat({}, ","), table.concat({"x"}, ","))   // expect: 123\t1, 2, 3\t\tx
print(table.concat({1, 2, 3, 4}, "-", 2), table.concat({1, 2, 3, 4}, "-", 2, 3), table.concat({1, 2}, "-", 3))   // expect: 2-3-4\t2-3\t
print(table.concat({1.5, true, nil, "s"}, " "))     // expect: 1.5 true nil s
print(table.concat({1}, ",", 1, 3))                 // expect: 1,nil,nil

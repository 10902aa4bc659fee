print(table.concat(sort.asc({2, 1.5, 9007199254740993, 9007199254740992.0, -0.0, 0}), " "))        // expect: -0.0 0 1.5 2 9007199254740992.0 9007199254740993
nan := 0.0 / 0
ok, r := pcall(sort.asc, {3, nan, 1, nan, 2})
print(ok, #r, table.count(r))                   // expect: true\t5\t5

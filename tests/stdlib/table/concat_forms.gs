print(table.concat({1, 2, 3}), table.concat({1, 2.5, "x"}, ", "), table.concat({}, "x") == "")     // expect: 123\t1, 2.5, x\ttrue
print(table.concat({1, 2, 3, 4}, "-", 2), table.concat({1, 2, 3, 4}, "-", 2, 3), table.concat({1, 2}, "-", 3) == "")   // expect: 2-3-4\t2-3\ttrue
print(table.concat({1, true, false}, " "), table.concat({1, 2}, ",", 0, 3))        // expect: 1 true false\tnil,1,2,nil
print(table.concat({setmetatable({}, {__tostring: func() { return "T" }}), "x"}, "+"))     // expect: T+x
print(table.concat({"a", "b"}, "", 1, 2), table.concat({[5]: "five", [6]: "six"}, " ", 5, 6))      // expect: ab\tfive six
print(pcall(table.concat, {}, 1))               // expect: false\tbad argument #2 to 'table.concat' (string expected, got number)
print(pcall(table.concat, {}, "", "a"))         // expect: false\tbad argument #3 to 'table.concat' (number expected, got string)
print(pcall(table.concat, {}, "", 1, {}))       // expect: false\tbad argument #4 to 'table.concat' (number expected, got table)
table.concat("abc")                             // expect error: bad argument #1 to 'table.concat' (table expected, got string)

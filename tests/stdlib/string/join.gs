print(string.join({"a", "b", "c"}, ", "), string.join({1, 2.5, true}, "-"), string.join({}, ",") == "", string.join({"x", "y"}))   // expect: a, b, c\t1-2.5-true\ttrue\txy
print(string.join({setmetatable({}, {__tostring: func() { return "obj" }}), nil, "z"}, "/"))   // expect: obj/nil/z
print(string.join(string.split("a b c", " "), "_"))                // expect: a_b_c
print(pcall(string.join, "abc", ","))           // expect: false\tbad argument #1 to 'string.join' (table expected, got string)
string.join({}, 1)                              // expect error: bad argument #2 to 'string.join' (string expected, got number)

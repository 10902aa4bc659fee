func show(t) { return "[" .. table.concat(t, "|") .. "]" .. #t }
print(show(string.split("a,b,,c", ",")), show(string.split("", ",")), show(string.split("abc", "x")))   // expect: [a|b||c]4\t[]1\t[abc]1
print(show(string.split("añb", "")), show(string.split("a--b", "--")), show(string.split(",", ",")))     // expect: [a|ñ|b]3\t[a|b]2\t[|]2
print(string.join({"a", 1, nil, true}, "-"), string.join({1, 2}), string.join({}, ","))                   // expect: a-1-nil-true\t12\t

func len1(x) { return #x }
for round := range 2 {
    for _, v := range {{1, 2}, "abc", setmetatable({}, {__len: func() { return "custom" }}), {}, ("x"):rep(50) .. "y", {1.5}} {
        io.write(len1(v), " ")
    }
}
print()     // expect: 2 3 custom 0 51 1 2 3 custom 0 51 1\x20

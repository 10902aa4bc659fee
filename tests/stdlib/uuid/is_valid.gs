good := "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
print(uuid.isValid(good), uuid.isValid(good:upper()), uuid.isValid(uuid.nil()))    // expect: true\ttrue\ttrue
for _, s := range {"", "x", (good:sub(1, 35)), good .. "0", (good:gsub("-", "")) .. "zzzz", (good:gsub("6", "g", 1)), (good:gsub("-", "_")), "6ba7b8109-dad-11d1-80b4-00c04fd430c8"} {
    assert(!uuid.isValid(s), s)
}
uuid.isValid(5)                                 // expect error: bad argument #1 to 'uuid.isValid' (string expected, got number)

seen := {}
for range 1000 {
    id := uuid.v4()
    assert(id:match("^%x%x%x%x%x%x%x%x%-%x%x%x%x%-4%x%x%x%-[89ab]%x%x%x%-%x%x%x%x%x%x%x%x%x%x%x%x$") && !seen[id], id)
    seen[id] = true
}
print(uuid.v4Raw():match("^%x+$") != nil, #uuid.v4Raw(), uuid.nil())      // expect: true\t32\t00000000-0000-0000-0000-000000000000
print(uuid.isValid(uuid.nil()), uuid.isValid("x"), uuid.isValid(uuid.v4() .. "0"), uuid.isValid(""))   // expect: true\tfalse\tfalse\tfalse
p := uuid.parse("f47ac10b-58cc-4372-a567-0e02b2c3d479")
print(p.version, p.variant, p.bytes)                                      // expect: 4\tRFC4122\tf47ac10b58cc4372a5670e02b2c3d479
for _, v := range {"0", "c", "e"} { io.write(uuid.parse("f47ac10b-58cc-1372-" .. v .. "567-0e02b2c3d479").variant, " ") }
print(uuid.parse("nope"))                                                 // expect: NCS Microsoft Future nil\tinvalid UUID format
print(pcall(uuid.parse))   // expect: false\tbad argument #1 to 'uuid.parse' (string expected, got nil)

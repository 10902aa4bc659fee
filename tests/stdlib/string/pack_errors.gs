func m(f, ...) { _, e := pcall(f, ...); return e:match("integer overflow") || e:match("data string too short") || e:match("invalid format option 'y'") || e }
print(m(string.pack, "b", 200), m(string.pack, "<I2", 70000), m(string.unpack, "<i4", "abc"), m(string.pack, "y", 1))   // expect: integer overflow\tinteger overflow\tdata string too short\tinvalid format option 'y'

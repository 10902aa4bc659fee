// Widths and precisions beyond sense give an error or a long text, never a truncated one.
ok, r := pcall(string.format, "%99d", 1)
print(ok, #r, r:sub(-2) == " 1")                // expect: true\t99\ttrue
ok, r = pcall(string.format, "%.99f", 0.1)
print(ok, #r)                                   // expect: true\t101
print(#string.format("%.50f", 1e308))           // expect: 360
ok, r = pcall(string.format, "%99999999999999999999d", 1)
print(ok, type(r))                              // expect: false\tstring

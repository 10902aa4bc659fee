re := regexp.compile("(\\w+)@(\\w+)\\.com")
print(type(re), re.pattern, re:numSubexp(), re.numSubexp(), tostring(re):match("^regexp: 0x") != nil)      // expect: userdata\t(\w+)@(\w+)\.com\t2\t2\ttrue
for _, p := range {"(", ")", "[a", "a**", "\\", "(?P<n", "a{2,1}", "[z-a]", "(?<=x)y", "\\1"} {
    v, err := regexp.compile(p)
    assert(v == nil && err:find("error parsing regexp: ", 1, true) == 1, p)
}
print(regexp.mustCompile("a+"):find("baac"))    // expect: aa
ok, e := pcall(regexp.mustCompile, "(")
print(ok, e:find("regexp.mustCompile: error parsing regexp: ", 1, true))   // expect: false\t1\t42
print(pcall(func() { re.pattern = "x" }))       // expect: false\tcannot assign to a field of a regexp object
print(pcall(regexp.compile))                    // expect: false\tbad argument #1 to 'regexp.compile' (string expected, got nil)
regexp.mustCompile(5)                           // expect error: bad argument #1 to 'regexp.mustCompile' (string expected, got number)

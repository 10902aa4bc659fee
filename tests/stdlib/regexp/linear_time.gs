// Patterns that take exponential time elsewhere.
text := string.rep("a", 50000)
print(regexp.match("^(a+)+$", text .. "b"), regexp.match("(a|a)*$", text), regexp.match("(x+x+)+y", string.rep("x", 50000)))       // expect: false\ttrue\tfalse
print(#regexp.find("a*", text), #regexp.compile("(a?){100}a{100}"):find(string.rep("a", 150)))     // expect: 50000\t150
v, err := regexp.compile("((a{1,100}){1,100}){1,100}")
print(v, type(err))                             // expect: nil\tstring
v, err = regexp.compile(string.rep("(", 100000) .. string.rep(")", 100000))
print(v == nil && type(err) == "string" || type(v) == "userdata")  // expect: true

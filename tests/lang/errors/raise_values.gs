// Any value is delivered unchanged.
t := {}
for _, v := range {"text", 5, 1.5, true, false, t, print} {
    ok, e := pcall(error, v)
    if ok || e != v { print("wrong", v, e) }
}
print(pcall(error))              // expect: false\tnil
print(pcall(error, nil))         // expect: false\tnil
print(select("#", pcall(error))) // expect: 2

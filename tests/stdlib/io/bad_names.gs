for _, name := range {"", "no/such/dir/f", "a\0b", string.rep("x", 5000)} {
    f, err := io.open(name, "w")
    assert(f == nil && type(err) == "string")
    assert(fs.readfile(name) == nil && fs.stat(name) == nil && !fs.exists(name) && fs.readdir(name) == nil)
    ok, e := pcall(io.lines, name)
    assert(!ok && e:hasPrefix("cannot open '"))
}
print("refused")                                // expect: refused

for _, s := range {"", " ", "abc", "1a", "1 2", "0x", "1e", "1__0", "--1", "+", ".", "1e999", "0x1ffffffffffffffff"} {
    if ok, e := pcall(func() { return s + 1 }); ok || e != "attempt to perform arithmetic on a string value" {
        print(s, ok, e)
    }
    if tonumber(s) != nil { print(s, tonumber(s)) }
}
print("done")    // expect: done

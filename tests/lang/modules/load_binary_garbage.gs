for _, src := range {"\0", "\xff\xfe", "\x1bLua", "func", "{{{{", "}}}}", "`", "\"", "'", "/*", "0x"} {
    f, err := load(src)
    if f != nil || type(err) != "string" { print("accepted", f) }
}
print("done")                                 // expect: done

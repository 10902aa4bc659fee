// Data cut off or changed anywhere is an error, or at worst another text, never a crash.
text := "some text that is compressed, some text"
for _, kind := range {"gzip", "zlib", "deflate"} {
    encode, decode := compress[kind .. "Encode"], compress[kind .. "Decode"]
    z := encode(text)
    for n := range #z {
        v, err := decode(z:sub(1, n))
        assert(v == nil && type(err) == "string", kind .. n)
    }
    for i := 1; i <= #z; i++ {
        for _, b := range {0, 1, 127, 255} {
            v, err := decode(z:sub(1, i - 1) .. string.char(b) .. z:sub(i + 1))
            assert(v == nil && type(err) == "string" || type(v) == "string")
        }
    }
    v, err := decode("")
    assert(v == nil && type(err) == "string", kind)
    assert(decode("not compressed at all") == nil, kind)
}
print("handled")                                // expect: handled

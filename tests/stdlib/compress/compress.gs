parts := {}
for i := range 60000 { append(parts, tostring(i * i)) }
text := table.concat(parts, " ")
for _, f := range {"gzip", "zlib", "deflate"} {
    encode, decode := compress[f .. "Encode"], compress[f .. "Decode"]
    for _, s := range {"", "a", "\0\xff", string.rep("ab", 1000), text} {
        for _, level := range {1, 6, 9} { assert(decode(encode(s, level)) == s) }
        assert(decode(encode(s)) == s)
    }
    assert(#encode(text, 9) <= #encode(text, 1) && #encode(text) < #text)
    print(pcall(encode, "x", 0))                  // expect: false\tbad argument #2 to 'compress.gzipEncode' (level out of range)
    print(select(2, pcall(encode)))               // expect: bad argument #1 to 'compress.gzipEncode' (string expected, got nil)
    print(decode("nonsense"))                     // expect: nil\tgzip: incorrect header check
    packed := encode(text)
    print(decode(packed:sub(1, -9)) == nil, decode(packed:sub(1, 100)) == nil, decode("") == nil)  // expect: true\ttrue\ttrue
}
// expect: false\tbad argument #2 to 'compress.zlibEncode' (level out of range)
// expect: bad argument #1 to 'compress.zlibEncode' (string expected, got nil)
// expect: nil\tzlib: incorrect header check
// expect: true\ttrue\ttrue
// expect: false\tbad argument #2 to 'compress.deflateEncode' (level out of range)
// expect: bad argument #1 to 'compress.deflateEncode' (string expected, got nil)
// expect: nil\tdeflate: invalid block type
// expect: true\ttrue\ttrue

// A damaged length in the trailer is found out; so is damaged text.
packed := compress.gzipEncode(text)
print(compress.gzipDecode(packed:sub(1, -2) .. "\x01") == nil, compress.gzipDecode(packed:sub(1, 50) .. "????" .. packed:sub(55)) == nil)
// expect: true\ttrue

// flags: --memory-limit=40M
// A text that fits once, but not a second time out of its few compressed bytes.
zeros := string.rep("\0", 24 << 20)
for _, kind := range {"gzip", "zlib", "deflate"} {
    packed := compress[kind .. "Encode"](zeros, 9)
    ok, e := pcall(compress[kind .. "Decode"], packed)
    print(kind, #packed < 30000, ok, e)
}
// expect: gzip\ttrue\tfalse\tout of memory
// expect: zlib\ttrue\tfalse\tout of memory
// expect: deflate\ttrue\tfalse\tout of memory
// A trailer that lies about the length.
liar := compress.gzipEncode("short"):sub(1, -5) .. "\xff\xff\xff\x7f"
v, err := compress.gzipDecode(liar)
print(v, type(err), #zeros)                      // expect: nil\tstring\t25165824

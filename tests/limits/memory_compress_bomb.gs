// flags: --memory-limit=40M
// A small text that unpacks to more than there may be.
bomb := compress.gzipEncode(string.rep("\0", 10 << 20))
bomb = compress.gzipEncode(string.rep("\0", 12 << 20)) .. bomb
for _, f := range {compress.gzipDecode, compress.zlibDecode, compress.deflateDecode} { pcall(f, bomb) }
print(pcall(compress.zlibDecode, compress.zlibEncode(string.rep("x", 19 << 20))))
// expect: false\tout of memory
print("alive")  // expect: alive

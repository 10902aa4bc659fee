// flags: --memory-limit=64M
// 200 MB in a few hundred kilobytes: an error within the memory limit, and the program goes on.
bomb := compress.gzipEncode(string.rep("\0", 20000000), 9)
bomb = bomb:rep(10)
print(pcall(compress.gzipDecode, bomb))         // expect: false\tout of memory
print(#compress.gzipDecode(compress.gzipEncode("still here")))     // expect: 10

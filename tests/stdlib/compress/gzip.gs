text := string.rep("the quick brown fox ", 500)
z := compress.gzipEncode(text)
print(#z < 200, compress.gzipDecode(z) == text, z:byte(1), z:byte(2))      // expect: true\ttrue\t31\t139
print(compress.gzipDecode(compress.gzipEncode("")) == "", #compress.gzipEncode(text, 1) >= #compress.gzipEncode(text, 9))  // expect: true\ttrue
// Members that follow each other are one stream.
print(compress.gzipDecode(compress.gzipEncode("ab") .. compress.gzipEncode("cd")))         // expect: abcd
for level := 1; level <= 9; level++ { assert(compress.gzipDecode(compress.gzipEncode(text, level)) == text) }
print(pcall(compress.gzipEncode, "x", 10))      // expect: false\tbad argument #2 to 'compress.gzipEncode' (level out of range)
print(pcall(compress.gzipEncode, "x", 0))       // expect: false\tbad argument #2 to 'compress.gzipEncode' (level out of range)
compress.gzipEncode(5)                          // expect error: bad argument #1 to 'compress.gzipEncode' (string expected, got number)

for _, s := range {"", "a", string.rep("abc", 1000), "\0\xff\0"} {
    assert(compress.zlibDecode(compress.zlibEncode(s)) == s && compress.deflateDecode(compress.deflateEncode(s)) == s)
}
print(compress.zlibEncode("x"):byte(1), #compress.zlibEncode("x") - #compress.deflateEncode("x"))  // expect: 120\t6
for _, f := range {"zlibEncode", "deflateEncode"} {
    assert(select(2, pcall(compress[f], "x", -1)) == "bad argument #2 to 'compress." .. f .. "' (level out of range)", f)
    assert(select(2, pcall(compress[f])) == "bad argument #1 to 'compress." .. f .. "' (string expected, got nil)", f)
}
for _, f := range {"gzipDecode", "zlibDecode", "deflateDecode"} { assert(select(2, pcall(compress[f], 1)) == "bad argument #1 to 'compress." .. f .. "' (string expected, got number)", f) }
compress.deflateEncode("x", "best")             // expect error: bad argument #2 to 'compress.deflateEncode' (number expected, got string)

for _, c := range {{"", ""}, {"f", "MY======"}, {"fo", "MZXQ===="}, {"foo", "MZXW6==="}, {"foob", "MZXW6YQ="}, {"fooba", "MZXW6YTB"}, {"foobar", "MZXW6YTBOI======"}} {
    assert(encoding.base32Encode(c[1]) == c[2] && encoding.base32Decode(c[2]) == c[1], c[1])
}
for _, c := range {{"", ""}, {"f", "CO"}, {"fo", "CPNG"}, {"foo", "CPNMU"}, {"foob", "CPNMUOG"}, {"fooba", "CPNMUOJ1"}, {"foobar", "CPNMUOJ1E8"}} {
    assert(encoding.base32HexEncode(c[1]) == c[2] && encoding.base32HexDecode(c[2]) == c[1], c[1])
}
for _, s := range {"M", "MY", "MY=====", "1Y======", "MY======x", "========", "my======!"} {
    v, err := encoding.base32Decode(s)
    assert(v == nil && type(err) == "string", s)
}
for _, s := range {"C", "CO======", "ZZ"} {
    v, err := encoding.base32HexDecode(s)
    assert(v == nil && type(err) == "string", s)
}
for _, f := range {"base32Encode", "base32Decode", "base32HexEncode", "base32HexDecode"} {
    assert(select(2, pcall(encoding[f])) == "bad argument #1 to 'encoding." .. f .. "' (string expected, got nil)", f)
}
encoding.base32Decode(5)                        // expect error: bad argument #1 to 'encoding.base32Decode' (string expected, got number)

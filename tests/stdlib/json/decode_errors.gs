for _, s := range {"", "[1,", "{", "{\"a\"}", "{a: 1}", "[1 2]", "nul", "1 2", "01", "1.", ".5", "+1", "\"abc", "[1,]", "{\"a\":1,}", "'x'", "1e999", "\"\\x\"", "NaN", "[1]]"} {
    v, err := json.decode(s)
    if v != nil || type(err) != "string" { print("accepted", s, v) }
}
print("done")                                    // expect: done
v, err := json.decode(("["):rep(20000) .. ("]"):rep(20000))
print(v, type(err))                              // expect: nil\tstring
print(pcall(json.decode, 5))                     // expect: false\tbad argument #1 to 'json.decode' (string expected, got number)

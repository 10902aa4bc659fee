// Depth, width and cut texts: an error or a value, never a crash.
deep := json.decode(("["):rep(10000) .. ("]"):rep(10000))
print(type(deep), json.decode(("["):rep(10001) .. ("]"):rep(10001)) == nil)        // expect: table\ttrue
print(json.decode(("["):rep(1000000)) == nil, json.decode(("{\"a\":"):rep(200000)) == nil, json.decode(("]"):rep(100000)) == nil)  // expect: true\ttrue\ttrue
text := `{"a":[1,2.5e3,"x\u00e9\n",{"b":null,"c":[true,false]}],"d":"é"}`
for n := 1; n < #text; n++ {
    v, err := json.decode(text:sub(1, n))
    assert(v == nil && type(err) == "string", n)
}
// Every byte changed to some others: no crash, and what is accepted can be encoded again.
for i := 1; i <= #text; i++ {
    for _, b := range {0, 34, 44, 92, 93, 125, 128, 255} {
        v, err := json.decode(text:sub(1, i - 1) .. string.char(b) .. text:sub(i + 1))
        assert(v == nil && type(err) == "string" || type(json.encode(v)) == "string")
    }
}
print(#json.decode("[" .. ("1,"):rep(99999) .. "1]"))              // expect: 100000

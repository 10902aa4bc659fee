v := json.decode(` { "a" : [ 1 , [ ] , { } , null ] , "b" : { "c" : null , "d" : false } } `)
print(v.a[1], #v.a[2], next(v.a[3]), #v.a, v.b.c, v.b.d)           // expect: 1\t0\tnil\t3\tnil\tfalse
print(table.concat(table.keys(json.decode(`{"z":1,"a":2,"m":3}`)), ""), json.decode(`{"a":1,"b":2,"a":3}`).a)      // expect: zam\t3
print(json.decode("null"), select("#", json.decode("null")), json.decode("\t\n\r true"))   // expect: nil\t1\ttrue
w := json.decode("[null,2,null]")
print(w[1], w[2], w[3], table.count(w))         // expect: nil\t2\tnil\t1
for _, s := range {"", "   ", "[", "]", "{", "}", "[1", "[1,", "[,1]", "[1,]", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{,}", "{1:2}", "{a:1}", "[1 2]", "{\"a\" 1}", "tru", "nul", "truee", "[1]x", "[1],", "\u00a0[1]", "\xef\xbb\xbf[1]", "// c\n1", "[1/*x*/]", "undefined"} {
    v, err := json.decode(s)
    assert(v == nil && type(err) == "string", s)
}

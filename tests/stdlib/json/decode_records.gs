// Objects with the keys of earlier ones, and with keys that only look like those expected.
func show(text) {
    v, err := json.decode(text)
    print(err || json.encode(v))
}
show(`[{"a":1,"b":"x"},{"a":2,"b":"y"},{"a":3,"b":null},{"a":null,"b":"z"},{"b":1,"a":2},{"a":4,"b":"w"}]`)
// expect: [{"a":1,"b":"x"},{"a":2,"b":"y"},{"a":3},{"b":"z"},{"a":2,"b":1},{"a":4,"b":"w"}]
show(`[{"a":1,"a":2},{"a":1,"a":2},{"a":3}]`)                          // expect: [{"a":2},{"a":2},{"a":3}]
show(`[{"a":1,"bc":2},{"a":1,"b":2},{"a":1,"bcd":2},{"a":1,"bc":3}]`)  // expect: [{"a":1,"bc":2},{"a":1,"b":2},{"a":1,"bcd":2},{"a":1,"bc":3}]
show(`[{"a":1,"b\u0022":2},{"a":1,"b\u0022":2},{"a":1,"b":2,"c":3}]`)  // expect: [{"a":1,"b\"":2},{"a":1,"b\"":2},{"a":1,"b":2,"c":3}]
show(`[{"p":{"x":1,"y":2},"q":[1]},{"p":{"x":3,"y":4},"q":[]},{"p":{},"q":2}]`)
// expect: [{"p":{"x":1,"y":2},"q":[1]},{"p":{"x":3,"y":4},"q":{}},{"p":{},"q":2}]
show(`[{"a":1,"b":2},{"a":1,"b`)                                       // expect: json.decode: unterminated string at byte 25
show(`[{"a":1,"b":2},{"a":1,"b"`)                                      // expect: json.decode: unexpected end of text at byte 26

// Tables of one shape are tables of their own, and keep the order of their keys.
rows := json.decode(`[{"k1":1,"k2":2},{"k1":3,"k2":4}]`)
rows[1].k1 = 10
rows[1].extra = true
rows[2].k2 = nil
print(table.concat(table.keys(rows[1]), " "), rows[2].k1, rows[2].k2, rows[1].k1)   // expect: k1 k2 extra\t3\tnil\t10

// Many fields, long keys.
parts := {}
for i := range 40 { append(parts, `"field` .. i .. `":` .. i) }
wide := "{" .. table.concat(parts, ",") .. "}"
long := string.rep("k", 60)
text := "[" .. wide .. "," .. wide .. `,{"` .. long .. `":1,"z":2},{"` .. long .. `":3,"z":4}]`
v := json.decode(text)
print(#v, table.count(v[2]), v[2].field39, v[4][long], v[4].z)                       // expect: 4\t40\t39\t3\t4

// Numbers of every length, and strings whose special bytes stand anywhere.
for n := 1; n <= 20; n++ {
    digits := string.rep("7", n)
    a := json.decode("[" .. digits .. ",-" .. digits .. "                    ]")
    assert(a[1] == tonumber(digits) && a[2] == -tonumber(digits) && math.type(a[1]) == math.type(tonumber(digits)), digits)
}
for i := 0; i < 20; i++ {
    for _, special := range {"\"", "\\", "\n", "é", "\x7f"} {
        s := string.rep("a", i) .. special .. string.rep("b", 19 - i)
        assert(json.decode(json.encode({s}))[1] == s)
    }
    assert(json.decode("\"" .. string.rep("a", i) .. "\x01" .. string.rep("b", 20) .. "\"") == nil)
}
print(json.decode("[00]"), json.decode("[01                   ]"))                    // expect: nil\tnil\tjson.decode: unexpected character at byte 3

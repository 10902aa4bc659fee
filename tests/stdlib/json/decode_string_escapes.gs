print(json.decode(`"a\"b\\c\/d\n\t\r\b\f"`) == "a\"b\\c/d\n\t\r\b\f")      // expect: true
print(json.decode(`"\u0041\u00e9\u65e5\ud83d\ude00\u0000"`) == "Aé日😀\0")  // expect: true
for _, s := range {`"\x41"`, `"\u12"`, `"\u12G4"`, `"\'"`, `"\`, `"\"`, "\"a\nb\"", "\"\x00\"", "\"\x1f\"", `"abc`, `'a'`, `"\U0041"`} {
    v, err := json.decode(s)
    assert(v == nil && type(err) == "string", s)
}
// A surrogate alone is no character.
for _, s := range {`"\ud83d"`, `"\ude00"`, `"\ud83dx"`, `"\ud83d\u0041"`} {
    v, err := json.decode(s)
    assert(v == nil || utf8.valid(v), s)
}
print(json.decode(`{"\u0061": 1}`).a, json.decode(`""`) == "", #json.decode("\"" .. string.rep("é", 10000) .. "\""))       // expect: 1\ttrue\t20000

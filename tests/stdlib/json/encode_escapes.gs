print(json.encode("\"\\/"), json.encode("\b\f\n\r\t"), json.encode("\0\x1f\x7f"))  // expect: "\\"\\\\/"\t"\\b\\f\\n\\r\\t"\t"\\u0000\\u001f\x7f"
print(json.encode("<script>&"), json.encode("\u2028\u2029\u2027"), json.encode("日本 😀"))  // expect: "\\u003cscript\\u003e\\u0026"\t"\\u2028\\u2029‧"\t"日本 😀"
for b := 128; b < 256; b++ {
    text := json.encode("a" .. string.char(b) .. "b")
    assert(utf8.valid(text) && json.decode(text) == "a\u{FFFD}b", b)
}
print(json.decode(json.encode("\xe2\x28\xa1")) == "\u{FFFD}(\u{FFFD}")     // expect: true

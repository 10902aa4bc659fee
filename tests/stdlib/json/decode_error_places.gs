func message(s) { v, e := json.decode(s); assert(v == nil); return e }
for _, c := range {{"[1, x]", 5}, {"{\"a\": 1,, }", 9}, {"[1] 2", 5}, {"tru", 1}, {"[1,\n 2,\n nope]", 10}, {"01", 2}} {
    e := message(c[1])
    assert(e:find("byte " .. c[2], 1, true), c[1] .. ": " .. e)
}
print(message("[1, x]"))                        // expect: json.decode: unexpected character at byte 5
print(message("\"abc"))                         // expect: json.decode: unterminated string at byte 5
print(message("[1"))                            // expect: json.decode: unexpected end of text at byte 3
print(pcall(json.decode))                       // expect: false\tbad argument #1 to 'json.decode' (string expected, got nil)
json.decode({})                                 // expect error: bad argument #1 to 'json.decode' (string expected, got table)

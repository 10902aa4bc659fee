// Formats from outside: sizes out of range, huge counts, text cut off anywhere.
for _, fmt := range {"i17", "i0", "I99999999999999999999", "s17", "!17i4", "X", "Xz", "%"} {
    ok, e := pcall(string.pack, fmt, 1)
    if ok || type(e) != "string" { print("accepted", fmt) }
}
whole := string.pack("<i4s2zd", 7, "payload", "text", 1.5)
for n := range #whole {
    ok, e := pcall(string.unpack, "<i4s2zd", whole:sub(1, n))
    assert(!ok && e:find("data string too short", 1, true) || !ok && e:find("unfinished string", 1, true), n .. " " .. tostring(e))
}
print(string.unpack("<i4s2zd", whole))          // expect: 7\tpayload\ttext\t1.5\t27
// A length prefix that promises more than there is.
print(pcall(string.unpack, "<s8", "\xff\xff\xff\xff\xff\xff\xff\x7fabc"))   // expect: false\tbad argument #2 to 'string.unpack' (data string too short)

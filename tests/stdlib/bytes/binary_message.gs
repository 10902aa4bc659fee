// A small protocol: type, length, payload, checksum.
func message(kind, payload) {
    b := bytes.new()
    b:writeByte(kind); b:writeInt32(#payload); b:write(payload)
    b:writeInt32(hash.crc32(b:toString()))
    return b:toString()
}
func parse(s) {
    if #s < 9 { return nil, "too short" }
    kind, n := string.unpack("<Bi4", s)
    if n < 0 || #s != 9 + n { return nil, "bad length" }
    if string.unpack("<I4", s, -4) != hash.crc32(s:sub(1, -5)) { return nil, "bad checksum" }
    return kind, s:sub(6, 5 + n)
}
m := message(7, "hello")
print(#m, parse(m))                             // expect: 14\t7\thello
print(parse(m:sub(1, 8)))                       // expect: nil\ttoo short
print(parse(m .. "x"))                          // expect: nil\tbad length
print(parse(m:sub(1, 6) .. "X" .. m:sub(8)))    // expect: nil\tbad checksum

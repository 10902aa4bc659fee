for range 50 {
    id := uuid.v4()
    p := uuid.parse(id)
    assert(p.bytes == (id:gsub("-", "")) && #encoding.hexDecode(p.bytes) == 16 && p.version == 4)
}
print(uuid.parse(uuid.nil()).bytes, uuid.parse(uuid.nil()).version)        // expect: 00000000000000000000000000000000\t0

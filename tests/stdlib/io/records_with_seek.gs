// Fixed records, written and changed in place.
f := io.open("records.bin", "w+")
for i := range 10 { f:write(string.pack("<i4d", i, i / 4)) }
f:seek("set", 12 * 3)
f:write(string.pack("<i4d", 33, 9.5))
f:seek("set", 12 * 2)
for range 3 { io.write(table.concat({string.unpack("<i4d", f:read(12))}, ","), " ") }
print(f:seek("end"))                            // expect: 2,0.5,13 33,9.5,13 4,1.0,13 120
f:close()

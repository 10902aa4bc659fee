for x := 0.0; x < 1; x += 0.25 { io.write(x, " ") }
print()      // expect: 0.0 0.25 0.5 0.75\x20
for i := math.maxinteger - 1; i > 0; i++ { io.write(i, " ") }
print()      // expect: 9223372036854775806 9223372036854775807\x20

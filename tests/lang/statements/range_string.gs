for i, r := range "aéz" { io.write(i, ":", r, " ") }
print()                              // expect: 1:97 2:233 4:122\x20
for i, r := range "\xffa\xe4\xb8" { io.write(i, ":", r, " ") }
print()                              // expect: 1:65533 2:97 3:65533 4:65533\x20
for i := range "" { print("never", i) }
n := 0
for range "😀😀" { n++ }
print(n)                             // expect: 2

steps := {}
for i := range 5 { append(steps, color.toHex(color.lerp(color.fromHex("#102030"), color.fromHex("#F0E0D0"), i / 4))) }
print(table.concat(steps, " "))                 // expect: #102030 #485058 #808080 #B8B0A8 #F0E0D0

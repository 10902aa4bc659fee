t := {}
for i := range 50000 { append(t, i % 10) }
s := table.concat(t)
print(#s, s:sub(1, 12), #table.concat(t, ", ")) // expect: 50000\t012345678901\t149998
print(table.concat(t, "", 49999, 50000))        // expect: 89

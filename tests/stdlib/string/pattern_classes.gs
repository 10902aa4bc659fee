s := "aZ5 _\t!\x01é"
func all(p) { r := ""; for c := range string.gmatch(s, p) { r ..= string.format("%d ", c:byte()) } return r }
print(all("%a"), all("%d"), all("%l"), all("%u"))   // expect: 97 90 \t53 \t97 \t90\x20
print(all("%s"), all("%p"), all("%c"))              // expect: 32 9 \t95 33 \t9 1\x20
print(all("%w"), all("%x"), all("%g"))              // expect: 97 90 53 \t97 53 \t97 90 53 95 33\x20
print(all("%A"), all("%S"))                         // expect: 53 32 95 9 33 1 195 169 \t97 90 53 95 33 1 195 169\x20
print(all("."), all("%."), all("%%"))               // expect: 97 90 53 32 95 9 33 1 195 169 \t\t

for _, c := range utf8.codes("aé\xff😀") { io.write(c.pos, ":", c.code, " ") }
print(#utf8.codes(""))                          // expect: 1:97 2:233 4:65533 5:128512 0
n := 0
for pos, code := range "aé\xff😀" { n++; c := utf8.codes("aé\xff😀")[n]; assert(c.pos == pos && c.code == code) }
utf8.codes(nil)                                 // expect error: bad argument #1 to 'utf8.codes' (string expected, got nil)

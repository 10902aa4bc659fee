s := "naïve café 日本 😀!"
forward, backward := {}, {}
for _, c := range utf8.codes(s) { append(forward, utf8.char(c.code)) }
for i := utf8.len(s); i >= 1; i-- { append(backward, utf8.sub(s, i, i)) }
print(table.concat(forward) == s, table.concat(table.reverse(backward)) == s, utf8.reverse(utf8.reverse(s)) == s)  // expect: true\ttrue\ttrue
for i := 1; i <= utf8.len(s); i++ { at := utf8.offset(s, i); assert(utf8.codepoint(s, i) == utf8.codes(s)[i].code && utf8.codes(s)[i].pos == at) }

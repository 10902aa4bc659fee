// Invalid bytes count one each in every function.
s := "a\xff\xe2\x82b\xf0\x9f"
print(utf8.len(s) == nil, #utf8.codes(s), utf8.codepoint(s, 2), utf8.codepoint(s, -1), #utf8.sub(s, 2, 4), utf8.reverse(s) == "\x9f\xf0b\x82\xe2\xffa")    // expect: true\t7\t65533\t65533\t3\ttrue
n := 0
for range s { n++ }
print(n, utf8.offset(s, 5), utf8.offset(s, 8), utf8.upper(s) == "A\xff\xe2\x82B\xf0\x9f")  // expect: 7\t5\t8\ttrue

func classes(s) { t := {}; for _, c := range s { append(t, utf8.charclass(c)) }; return table.concat(t) }
print(classes("aZé日Ωя"), classes("059٣"), classes(" \t\n\u00a0\u3000"), classes("!.,-_€+<"))      // expect: LLLLLL\tNNNN\tSSSSS\tPPPPPPPP
print(utf8.charclass(0), utf8.charclass(0x7f), utf8.charclass(0x200B), utf8.charclass(0x10FFFF), utf8.charclass(0xD800))   // expect: O\tO\tO\tO\tO
print(utf8.charclass(-1), utf8.charclass(0x110000), utf8.charclass("65"))  // expect: O\tO\tL
utf8.charclass("x")                             // expect error: bad argument #1 to 'utf8.charclass' (number expected, got string)

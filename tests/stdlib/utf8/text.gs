print(utf8.sub("aé中😀", 2, 3), utf8.sub("aé中😀", -2), utf8.sub("aé", 5), utf8.sub("aé中", 0))   // expect: é中\t中😀\t\taé中
print(utf8.reverse("aé中"), utf8.upper("éa"), utf8.lower("ÉA"))                 // expect: 中éa\tÉA\téa
print(utf8.charclass('a'), utf8.charclass('5'), utf8.charclass(' '), utf8.charclass('!'), utf8.charclass(0), utf8.charclass('é'), utf8.charclass('+'))   // expect: L\tN\tS\tP\tO\tL\tP
for c := range string.gmatch("aé中", utf8.charpattern) { io.write(c, "|") }
print()                                 // expect: a|é|中|

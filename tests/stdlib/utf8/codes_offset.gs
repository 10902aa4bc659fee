for _, c := range utf8.codes("aé\xffz") { io.write(c.pos, ":", c.code, " ") }
print()                                 // expect: 1:97 2:233 4:65533 5:122\x20
print(utf8.offset("aé中", 1), utf8.offset("aé中", 2), utf8.offset("aé中", 3), utf8.offset("aé中", 4), utf8.offset("aé中", 5))   // expect: 1\t2\t4\t7\tnil
print(utf8.offset("aé中", 2, 2))        // expect: 4

print(utf8.len("aé中😀"), utf8.len(""), utf8.valid("é"), utf8.valid("\xff"))    // expect: 4\t0\ttrue\tfalse
print(utf8.len("\xff"))                 // expect: nil\tinvalid UTF-8 string
print(utf8.valid("\xc0\x80"), utf8.valid("\xed\xa0\x80"))                      // expect: false\tfalse

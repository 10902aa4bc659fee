print(utf8.len(""), utf8.len("aé日😀"), utf8.len("\0"), utf8.len("e\u0301"))         // expect: 0\t4\t1\t2
print(utf8.len("a\xff"))                        // expect: nil\tinvalid UTF-8 string
for _, s := range {"\x80", "\xc0\x80", "\xe2\x82", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xf8\x88\x80\x80\x80", "a\xc3"} { assert(!utf8.valid(s) && utf8.len(s) == nil) }
print(utf8.valid(""), utf8.valid("\u{10FFFF}"), utf8.valid("\xef\xbf\xbd"), utf8.valid(string.rep("日", 10000)))    // expect: true\ttrue\ttrue\ttrue
print(pcall(utf8.valid))                        // expect: false\tbad argument #1 to 'utf8.valid' (string expected, got nil)
utf8.len(5)                                     // expect error: bad argument #1 to 'utf8.len' (string expected, got number)

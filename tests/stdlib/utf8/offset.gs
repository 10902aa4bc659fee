s := "aé日x"
print(utf8.offset(s, 1), utf8.offset(s, 2), utf8.offset(s, 3), utf8.offset(s, 4), utf8.offset(s, 5), utf8.offset(s, 6))    // expect: 1\t2\t4\t7\t8\tnil
print(utf8.offset(s, 2, 4), utf8.offset("", 1), utf8.offset("", 2))        // expect: 7\t1\tnil
print(pcall(utf8.offset, s))                    // expect: false\tbad argument #2 to 'utf8.offset' (number expected, got nil)
utf8.offset(5, 1)                               // expect error: bad argument #1 to 'utf8.offset' (string expected, got number)

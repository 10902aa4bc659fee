print(string.match("x-y", "[a%-]+", 2), string.match("a]b", "[]]"), string.match("a^b", "[%^]"))   // expect: -\t]\t^
print(string.gsub("0123456789abcdefG", "[a-f2-4]", "."))           // expect: 01...56789......G\t9
print(string.gsub("héllo", "[^%w]", "?"))       // expect: h??llo\t2
print(string.match("a-z", "[a-]+"), string.match("b%d", "[%%d]+"), string.match("abc", "[^^]+"))   // expect: a-\t%d\tabc
string.match("x", "[%")                         // expect error: malformed pattern (missing ']')

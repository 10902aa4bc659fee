re := regexp.compile("b+")
print(re:match("abbc"), re:match("ac"), re.match("b"), re:find("abbcb"), re:find("x"))     // expect: true\tfalse\ttrue\tbb\tnil
print(regexp.match("^\\d+$", "123"), regexp.match("^\\d+$", "12a"), regexp.find("[0-9]+", "a12b3"), regexp.find("z", ""))  // expect: true\tfalse\t12\tnil
print(regexp.compile("a*"):find("baa") == "", regexp.compile("(?i)HELLO"):find("say hello"), regexp.compile("é.|日"):find("xéy"))   // expect: true\thello\téy
print(regexp.compile("a.c"):match("a\nc"), regexp.compile("(?s)a.c"):match("a\nc"), regexp.compile("(?m)^b$"):match("a\nb\nc"), regexp.compile("x"):match("a\0x"))        // expect: false\ttrue\ttrue\ttrue
print(pcall(re.match, 5))                       // expect: false\tbad argument #1 to 'regexp:match' (string expected, got number)
print(pcall(re.find, re))                       // expect: false\tbad argument #1 to 'regexp:find' (string expected, got nil)
ok, e := pcall(regexp.match, "(", "x")
print(ok, e:find("regexp.match: error parsing regexp: ", 1, true) == 1)    // expect: false\ttrue
regexp.find("a")                                // expect error: bad argument #2 to 'regexp.find' (string expected, got nil)

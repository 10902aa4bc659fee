re := regexp.mustCompile(`(\w+)@(\w+)\.com`)
print(re.pattern, re:numSubexp(), type(re))                                     // expect: (\w+)@(\w+)\.com\t2\tuserdata
text := "ann@here.com, bob@there.com"
print(re:match(text), re.match("none"), re:find(text), re:find("none"))          // expect: true\tfalse\tann@here.com\tnil
print(table.concat(re:findSubmatch(text), "|"), re:findSubmatch("none"))         // expect: ann@here.com|ann|here\tnil
print(table.concat(re:findAll(text), "|"), #re:findAll(text, 1), #re:findAll(text, 0), #re:findAll("none"))   // expect: ann@here.com|bob@there.com\t1\t0\t0
all := re:findAllSubmatch(text)
print(#all, all[2][1], all[2][3])                                                // expect: 2\tbob@there.com\tthere
print(re:replace(text, "$1"), re:replaceAll(text, "$2:${1}$$"))                  // expect: $1, bob@there.com\there:ann$, there:bob$
named := regexp.mustCompile(`(?P<y>\d{4})-(?P<m>\d\d)`)
print(named:replaceAll("2024-03 and 1999-12", "${m}/${y}"))                      // expect: 03/2024 and 12/1999
print(table.concat(regexp.mustCompile(`(a)|(b)`):findSubmatch("b"), "|"))        // expect: b||b
print(table.concat(regexp.split(`\s*,\s*`, "a , b,c"), "|"), #regexp.split(",", "a,b,c", 2), #regexp.split("x", "abc"))   // expect: a|b|c\t2\t1
print(table.concat(regexp.findAll("a*", "baac"), "|"))                           // expect: |aa|
print(regexp.replaceAll("", "ab", "-"), regexp.replaceAll("b*", "abc", "-"))     // expect: -a-b-\t-a-c-
print(regexp.match("(?i)HELLO", "say hello"), regexp.find("é+", "caféé!"), regexp.replace("l+", "hello", "L"))   // expect: true\téé\theLo
print(regexp.match("^(a+)+$", string.rep("a", 50000) .. "b"))                    // expect: false
r, err := regexp.compile("(")
print(r, err:match("^error parsing regexp: ") != nil)                            // expect: nil\ttrue
print(select(2, pcall(regexp.mustCompile, "[")):match("^regexp.mustCompile: error parsing regexp: ") != nil)   // expect: true
print(select(2, pcall(regexp.match, "*", "x")):match("^regexp.match: error parsing regexp: ") != nil)          // expect: true
print(pcall(re.find))              // expect: false\tbad argument #1 to 'regexp:find' (string expected, got nil)
print(pcall(regexp.compile, 1))    // expect: false\tbad argument #1 to 'regexp.compile' (string expected, got number)
print(pcall(func() { re.pattern = "x" }))   // expect: false\tcannot assign to a field of a regexp object

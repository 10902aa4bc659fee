re := regexp.compile("(\\w)(\\d)")
print(re:replace("a1 b2", "$1"), re:replaceAll("a1 b2", "$2$1"), re:replaceAll("a1", "${1}0"), re:replaceAll("a1", "$$"))  // expect: $1 b2\t1a 2b\ta0\t$
print(regexp.replaceAll("(?P<k>\\w+)", "ab cd", "<${k}>"), regexp.replaceAll("x", "axbx", ""), regexp.replaceAll("z", "abc", "y"), regexp.replace("b", "abb", "c"))        // expect: <ab> <cd>\tab\tabc\tacb
print(re:replaceAll("a1", "$9|"), re:replaceAll("a1", "$1x|"), regexp.replaceAll("", "ab", "-"), regexp.replaceAll("a*", "baac", "x"))     // expect: |\tax|\t-a-b-\txbxcx
print(regexp.replaceAll("(a)|b", "ab", "[$1]"), regexp.replaceAll("日", "1日2", "$0$0"))   // expect: [a][]\t1日日2
print(pcall(re.replace, "a"))                   // expect: false\tbad argument #2 to 'regexp:replace' (string expected, got nil)
print(pcall(regexp.replace, "a", "b"))          // expect: false\tbad argument #3 to 'regexp.replace' (string expected, got nil)
regexp.replaceAll("a", "b", 1)                  // expect error: bad argument #3 to 'regexp.replaceAll' (string expected, got number)

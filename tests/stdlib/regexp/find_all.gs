re := regexp.compile("\\d+")
print(table.concat(re:findAll("1 22 333"), ","), table.concat(re:findAll("1 22 333", 2), ","), #re:findAll("1 2", 0), #re:findAll("x"), #re:findAll("1 2 3", -5))    // expect: 1,22,333\t1,22\t0\t0\t3
print(table.concat(regexp.findAll("a|b", "xaybz"), ""), #regexp.findAll("", "abc"), #regexp.findAll("a*", "baac"))         // expect: ab\t4\t3
print(#regexp.findAll("", "é日"), #regexp.findAll("x", string.rep("x", 10000)))     // expect: 3\t10000
print(pcall(re.findAll, {}))                    // expect: false\tbad argument #1 to 'regexp:findAll' (string expected, got table)
regexp.findAll("a", 5)                          // expect error: bad argument #2 to 'regexp.findAll' (string expected, got number)

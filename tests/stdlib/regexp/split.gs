func show(arr) { return #arr .. ":" .. table.concat(arr, "|") }
re := regexp.compile("\\s*,\\s*")
print(show(re:split("a , b,c")), show(re:split("abc")), show(re:split("")), show(re:split(",a,")))         // expect: 3:a|b|c\t1:abc\t1:\t3:|a|
print(show(re:split("a,b,c", 2)), show(re:split("a,b,c", 1)), #re:split("a,b", 0), show(re:split("a,b", -1)))      // expect: 2:a|b,c\t1:a,b,c\t0\t2:a|b
print(show(regexp.split("", "abc")), show(regexp.split("x*", "axbxc")))    // expect: 3:a|b|c\t3:a|b|c
print(pcall(re.split, re, "a", {}))             // expect: false\tbad argument #2 to 'regexp:split' (number expected, got table)
regexp.split("a")                               // expect error: bad argument #2 to 'regexp.split' (string expected, got nil)

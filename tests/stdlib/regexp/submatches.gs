re := regexp.compile("(\\w+)=(\\d*)(;)?")
m := re:findSubmatch("key=42 x")
print(#m, m[1], m[2], m[3], m[4] == "", re:findSubmatch("none"))   // expect: 4\tkey=42\tkey\t42\ttrue\tnil
all := re:findAllSubmatch("a=1;b=;c=3")
print(#all, all[1][1], all[1][4], all[2][3] == "", all[3][2], all[3][4] == "")     // expect: 3\ta=1;\t;\ttrue\tc\ttrue
print(#re:findAllSubmatch("a=1;b=2", 1), #re:findAllSubmatch("a=1", 0), #re:findAllSubmatch("zzz"), regexp.compile("x"):numSubexp())       // expect: 1\t0\t0\t0
named := regexp.compile("(?P<year>\\d{4})-(?P<month>\\d\\d)")
print(named:findSubmatch("on 2026-11-24")[2], named:numSubexp())   // expect: 2026\t2
print(pcall(re.findSubmatch))                   // expect: false\tbad argument #1 to 'regexp:findSubmatch' (string expected, got nil)
re:findAllSubmatch("a", "b")                    // expect error: bad argument #2 to 'regexp:findAllSubmatch' (number expected, got string)

func like(s, glob) {
    p := glob:gsub("[%^%$%(%)%%%.%[%]%+%-]", "%%%0"):gsub("%*", ".*"):gsub("%?", ".")
    return s:find("^" .. p .. "$") != nil
}
print(like("main.gs", "*.gs"), like("mainXgs", "*.gs"), like("a+b", "a+b"), like("abc", "a?c"), like("100%", "1*%"), like("x[1]", "x[?]"))       // expect: true\tfalse\ttrue\ttrue\ttrue\ttrue

// Bytes that are not UTF-8 stay, whatever stands around them.
print(string.upper("a\xffb") == "A\xffB", string.lower("A\xc3") == "a\xc3", string.upper("\xed\xa0\x80x") == "\xed\xa0\x80X")   // expect: true\ttrue\ttrue
print(string.upper("\xc0\xafa") == "\xc0\xafA", string.lower("\xf8\x88\x80\x80\x80A") == "\xf8\x88\x80\x80\x80a")   // expect: true\ttrue
// The length of an encoded character can change.
print(#"ı", #string.upper("ı"), string.upper("ı"), #"ⱥ", #string.upper("ⱥ"), string.upper("ⱥ"))   // expect: 2\t1\tI\t3\t2\tȺ

print(string.match("aaab", "a*"), string.match("baa", "a*"), string.match("aaab", "a+b"), string.match("b", "a+b"))   // expect: aaa\t\taaab\tnil
print(string.match("<a><b>", "<.->"), string.match("<a><b>", "<.*>"), string.match("color", "colou?r"))              // expect: <a>\t<a><b>\tcolor
print(string.match("aaa", "a-"), string.match("aaab", "a-b"), string.match("ab", "a?b?c?"))                          // expect: \taaab\tab
print(string.match("a*b", "a%*b"))                                                           // expect: a*b

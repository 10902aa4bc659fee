print(string.match("<a><b>", "<.->"), string.match("<a><b>", "<.*>"))      // expect: <a>\t<a><b>
print(string.match("-12", "^-?%d+$"), string.match("12", "^-?%d+$"), string.match("--12", "^-?%d+$"))   // expect: -12\t12\tnil
print(string.match("aaa", "a-") == "", string.match("aaab", "a-b"), string.match("aaa", "^a-$"))   // expect: true\taaab\taaa
print(string.match("color colour", "colou?r", 2))                  // expect: colour
print(string.match("x-", "x%-"), string.match("a*", "a%*"), string.match("50%", "%d+%%"))   // expect: x-\ta*\t50%

print(string.match("hello", "^hel"), string.match("hello", "^ello"), string.match("hello", "llo$"), string.match("hello", "hel$"))   // expect: hel\tnil\tllo\tnil
print(string.match("a$b", "a$b"), string.match("a^b", "a^b"), string.match("", "^$"))   // expect: a$b\ta^b\t
print(string.find("abcabc", "^abc", 4), string.find("abc", "$"))                        // expect: 4\t4\t3

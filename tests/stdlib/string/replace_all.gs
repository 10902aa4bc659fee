print(string.replaceAll("a.b.c", ".", "-"), string.replaceAll("aaa", "a", ""), string.replaceAll("aaa", "aa", "b"))   // expect: a-b-c\t\tba
print(string.replaceAll("añ", "", "-"), string.replaceAll("x", "y", "z"), string.replaceAll("100%", "%", "%%"))       // expect: -a-ñ-\tx\t100%%

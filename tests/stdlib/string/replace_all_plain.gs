print(string.replaceAll("a.b.c", ".", "--"), string.replaceAll("aaa", "aa", "b"), string.replaceAll("abc", "x", "y"))      // expect: a--b--c\tba\tabc
print(string.replaceAll("aé", "", "-"), string.replaceAll("", "", "x"), string.replaceAll("abc", "b", ""))     // expect: -a-é-\tx\tac
print(string.replaceAll("50%", "%", "%1"), string.replaceAll("a\0a", "\0", "0"))   // expect: 50%1\ta0a
s := string.rep("x-", 50000)
print(#string.replaceAll(s, "-", "++"), string.count(string.replaceAll(s, "x-", "y"), "y"))        // expect: 150000\t50000
print(pcall(string.replaceAll, "a", "b"))       // expect: false\tbad argument #3 to 'string.replaceAll' (string expected, got nil)
string.replaceAll("a", 1, "b")                  // expect error: bad argument #2 to 'string.replaceAll' (string expected, got number)

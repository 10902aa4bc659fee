print(string.title("hello world"))              // expect: Hello World
print(string.title("  two  spaces\tand tab"))   // expect:   Two  Spaces\tAnd Tab
print(string.title("éclair ümlaut"), string.title("mcDONALD o'neil"))      // expect: Éclair Ümlaut\tMcDONALD O'neil
print(string.title("") == "", string.title("1st a-b"))             // expect: true\t1st A-b
string.title(1)                                 // expect error: bad argument #1 to 'string.title' (string expected, got number)

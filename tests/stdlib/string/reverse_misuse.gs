print(pcall(string.reverse, 12))                // expect: false\tbad argument #1 to 'string.reverse' (string expected, got number)
string.reverse()                                // expect error: bad argument #1 to 'string.reverse' (string expected, got nil)

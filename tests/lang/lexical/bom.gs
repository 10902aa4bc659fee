print("after the byte order mark")   // expect: after the byte order mark
nosuch()   // expect error: undefined variable: nosuch

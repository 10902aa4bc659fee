f, err := io.open("/nonexistent/x")
print(f, err)                                   // expect: nil\topen /nonexistent/x: no such file or directory
f, err = io.open("/nonexistent/x", "w")
print(f, err)                                   // expect: nil\topen /nonexistent/x: no such file or directory
f, err = io.open(".", "w")
print(f, err)                                   // expect: nil\topen .: is a directory
f, err = io.open("a\0b")
print(f, type(err))                             // expect: nil\tstring
print(pcall(io.open))                           // expect: false\tbad argument #1 to 'io.open' (string expected, got nil)
io.open("x", 5)                                 // expect error: bad argument #2 to 'io.open' (string expected, got number)

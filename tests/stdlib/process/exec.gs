print(process.exec("echo", "a b", 1, 2.5, true))                   // expect: a b 1 2.5 true
// expect: 
print(process.exec("false"))                    // expect: nil\texit status 1
out, err := process.exec("/nonexistent/x")
print(out, type(err))                           // expect: nil\tstring
print(process.exec("printf", "%s", "$(echo no)"))                  // expect: $(echo no)
process.exec()                                  // expect error: bad argument #1 to 'process.exec' (string expected, got nil)

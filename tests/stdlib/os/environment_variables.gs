// env: GS_TEST=from outside
print(os.getenv("GS_TEST"), os.getenv("GS_NOT_SET"), os.getenv(""))        // expect: from outside\tnil\tnil
print(os.setenv("GS_NEW", "a=b c"), os.getenv("GS_NEW"), os.setenv("GS_NEW", "") , os.getenv("GS_NEW") == "")      // expect: true\ta=b c\ttrue\ttrue
print(os.unsetenv("GS_NEW"), os.getenv("GS_NEW"), os.unsetenv("GS_NEVER")) // expect: true\tnil\ttrue
ok, err := os.setenv("A=B", "x")
print(ok, type(err))                            // expect: nil\tstring
ok, err = os.setenv("", "x")
print(ok, type(err))                            // expect: nil\tstring
os.setenv("GS_CHILD", "inherited")
print(process.shell("echo $GS_CHILD").stdout)   // expect: inherited
// expect: 
print(pcall(os.setenv, "A"))                    // expect: false\tbad argument #2 to 'os.setenv' (string expected, got nil)
print(pcall(os.unsetenv))                       // expect: false\tbad argument #1 to 'os.unsetenv' (string expected, got nil)
os.getenv(nil)                                  // expect error: bad argument #1 to 'os.getenv' (string expected, got nil)

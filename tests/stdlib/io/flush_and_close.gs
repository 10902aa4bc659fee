f := io.open("f.txt", "w")
f:write("buffered")
print(f:flush(), fs.readfile("f.txt"), f:close())                  // expect: true\tbuffered\ttrue
print(f:flush(), f:flush() == nil)               // expect: nil\ttrue
print(io.stdout:flush(), io.stdout.flush())     // expect: true\ttrue
ok, r := f:close()
print(ok, r)                                    // expect: nil\tattempt to use a closed file
f:seek()                                        // expect error: attempt to use a closed file

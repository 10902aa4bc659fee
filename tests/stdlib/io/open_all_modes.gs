fs.writefile("m.txt", "12345")
func try(mode, action) {
    f, err := io.open("m.txt", mode)
    if f == nil { print(mode, err); return }
    action(f)
    f:close()
    print(mode, fs.readfile("m.txt"))
}
try("r", func(f) { assert(f:read(2) == "12") })                    // expect: r\t12345
try("r+", func(f) { f:write("ab"); assert(f:read("a") == "345") }) // expect: r+\tab345
try("a", func(f) { f:write("67") })             // expect: a\tab34567
try("a+", func(f) { f:seek("set", 0); assert(f:read(1) == "a"); f:write("8") })    // expect: a+\tab345678
try("w+", func(f) { f:write("new"); f:seek("set", 0); assert(f:read("a") == "new") })      // expect: w+\tnew
try("w", func(f) { })                           // expect: w\t
try("wb", func(f) { f:write("\r\n") })          // expect: wb\t\r\n
try("z", print)                                 // expect: z\tinvalid mode: z
try("rw", print)                                // expect: rw\tinvalid mode: rw
try("", print)                                  // expect: \tinvalid mode: 

f := io.open("m.txt", "w+")
f:write("hello"); f:seek("set", 0)
print(f:read("a"))                       // expect: hello
f:close()
f = io.open("m.txt", "r+")
f:write("J"); f:seek("set")
print(f:read("a"))                       // expect: Jello
f:close()
f = io.open("m.txt", "a+b")
f:write("!"); f:seek("set", 0)
print(f:read("a"))                       // expect: Jello!
f:close()
print(io.open("m.txt", "z"))             // expect: nil\tinvalid mode: z

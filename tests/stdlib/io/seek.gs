f := io.open("s.txt", "w+")
f:write("0123456789")
print(f:seek(), f:seek("set", 3), f:read(2), f:seek(), f:seek("cur", 1), f:read(1), f:seek("end"), f:seek("end", -2), f:read("a"))   // expect: 10\t3\t34\t5\t6\t6\t10\t8\t89

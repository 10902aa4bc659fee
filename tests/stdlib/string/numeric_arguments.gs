// Numbers as text, and floats, where ints are wanted.
print(("abcdef"):sub("2", "4"), ("abcdef"):sub(2.9, "0x4"), ("x"):rep("2"), ("abc"):byte("2"), string.char("0x41", 66.5))   // expect: bcd\tbcd\txx\t98\tAB
print(string.padLeft("x", "3", "-"), string.format("%d|%5.1f", "10", "2.5"), select(2, string.gsub("aaa", "a", "b", "2")))  // expect: --x\t10|  2.5\t2
print(pcall(string.sub, "x", "1x"))             // expect: false\tbad argument #2 to 'string.sub' (number expected, got string)
print(pcall(string.rep, "x", "1e400"))          // expect: false\tbad argument #2 to 'string.rep' (number expected, got string)
print(pcall(string.rep, "x", "inf"))            // expect: false\tbad argument #2 to 'string.rep' (number has no integer representation)

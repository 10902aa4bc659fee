func down(n) { if n == 0 { return debug.traceback() } r := down(n - 1); return r }
lines := string.split(down(50), "\n")
print(#lines, lines[1], lines[12], lines[22])   // expect: 22\tstack traceback:\t\t... (32 more)\t\ttraceback_many_frames.gs:2: in main chunk

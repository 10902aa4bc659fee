// In the main script ... are the script's arguments.
// args: one "two words" 3
print(...)                    // expect: one\ttwo words\t3
print(#..., ...[2], arg[1])   // expect: 3\ttwo words\tone
for i, v := range ... { io.write(i, v, " ") }
print()                       // expect: 1one 2two words 33\x20

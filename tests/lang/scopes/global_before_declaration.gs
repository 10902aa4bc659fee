// A name is looked up when the code runs.
func f() { return later }
print(pcall(f))          // expect: false\tundefined variable: later
later := 5
print(f())               // expect: 5

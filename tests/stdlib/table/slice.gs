t := {1, 2, 3, 4, 5}
func show(i, j) { return "[" .. table.concat(table.slice(t, i, j), " ") .. "]" }
print(show(2, 4), show(3), show(1, 100), show(-5, 2), show(4, 2), show(6))         // expect: [2 3 4]\t[3 4 5]\t[1 2 3 4 5]\t[1 2]\t[]\t[]
print(show(math.mininteger, math.maxinteger), show(1, 0), table.slice(t, 1) != t)  // expect: [1 2 3 4 5]\t[]\ttrue
print(pcall(table.slice, t))                    // expect: false\tbad argument #2 to 'table.slice' (number expected, got nil)
table.slice({}, 1, "z")                         // expect error: bad argument #3 to 'table.slice' (number expected, got string)

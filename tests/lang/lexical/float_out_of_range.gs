// expect compile error: 2:6: number literal out of range
x := 1e309

// expect compile error: 2:6: integer literal too large
x := 0o2000000000000000000000

// expect compile error: 2:6: integer literal too large
x := 0x1ffffffffffffffff

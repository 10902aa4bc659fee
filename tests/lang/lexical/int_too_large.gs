// expect compile error: 2:7: integer literal too large
print(9223372036854775808)

// Only the direct operand of unary minus may be 2^63.
// expect compile error: 3:9: integer literal too large
print(-(9223372036854775808))

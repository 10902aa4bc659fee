// expect syntax error: 3:1: unterminated comment
print(1)
/* never closed

// expect syntax error: 3:8: expected ')', found '++'
x := 1
print(x++)

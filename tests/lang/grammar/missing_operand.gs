// expect syntax error: 2:10: expected expression, found ')'
print(1 +)

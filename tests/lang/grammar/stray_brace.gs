// expect syntax error: 3:1: expected statement, found '}'
print(1)
}

// expect syntax error: 2:6: unterminated string
x := `abc

// expect syntax error: 2:6: invalid number '0o8'
x := 0o8

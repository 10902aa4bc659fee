// expect syntax error: 2:6: invalid number '0x1G'
x := 0x1G

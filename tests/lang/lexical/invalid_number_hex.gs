// expect syntax error: 2:6: invalid number '0x'
x := 0x

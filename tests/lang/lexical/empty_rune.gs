// expect syntax error: 2:6: empty rune literal
x := ''

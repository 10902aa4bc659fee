// expect syntax error: 2:6: more than one character in rune literal
x := 'ab'

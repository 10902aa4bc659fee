// expect compile error: 2:8: 'a' redeclared in this block
var a, a = 1, 2

// expect compile error: 3:5: 'a' redeclared in this block
a := 1
var a = 2

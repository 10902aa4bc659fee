// expect compile error: 3:7: 'a' redeclared in this block
var a = 1
const a = 2

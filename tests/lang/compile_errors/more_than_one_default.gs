// expect compile error: 4:1: more than one default
switch 1 {
default: print(1)
default: print(2)
}

// expect compile error: 4:24: 'l' does not label a loop
l:
switch 1 {
case 1: for { continue l }
}

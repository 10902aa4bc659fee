// expect compile error: 4:9: cannot fall through out of the last clause
switch 1 {
case 1: print(1)
case 2: fallthrough
}

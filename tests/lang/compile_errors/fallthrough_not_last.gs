// expect compile error: 3:9: fallthrough must be the last statement of a clause
switch 1 {
case 1: fallthrough; print(1)
case 2:
}

// expect compile error: 3:19: fallthrough must be the last statement of a clause
switch 1 {
case 1: if true { fallthrough }
case 2:
}

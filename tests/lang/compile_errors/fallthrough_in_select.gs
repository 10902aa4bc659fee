// expect compile error: 3:10: fallthrough must be the last statement of a clause
select {
default: fallthrough
}

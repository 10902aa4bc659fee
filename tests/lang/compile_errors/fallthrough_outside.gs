// expect compile error: 2:1: fallthrough must be the last statement of a clause
fallthrough

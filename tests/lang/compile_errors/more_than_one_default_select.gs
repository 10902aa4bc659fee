// expect compile error: 4:1: more than one default
select {
default: print(1)
default: print(2)
}

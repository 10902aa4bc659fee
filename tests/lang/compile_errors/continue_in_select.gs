// expect compile error: 3:10: continue outside loop
select {
default: continue
}

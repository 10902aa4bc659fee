// expect compile error: 3:11: continue outside loop
switch 1 {
case 1:   continue
}

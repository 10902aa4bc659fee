// Clauses take any number of statements, empty ones included.
switch 2 {
case 1:
case 2:
    ;; a := 5
    b := a + 1; print(b);   // expect: 6
default:
}
switch 1 {
case 1:
}
switch 1 { }

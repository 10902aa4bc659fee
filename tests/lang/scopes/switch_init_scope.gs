x := "outer"
switch x := 2; x {
case 2:
    x := x + 1
    print(x)        // expect: 3
}
print(x)            // expect: outer

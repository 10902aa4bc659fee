// The init of an if covers all branches and lives around the body.
x := "outer"
if x := 5; x > 10 { print("no") } elseif y := x * 2; y > 10 { print("no") } else { print(x, y) }   // expect: 5\t10
if x := 1; true {
    x := 2
    print(x)        // expect: 2
}
print(x)            // expect: outer

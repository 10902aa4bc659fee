t := {10, 20, a: "x"}
print(next(t))             // expect: 1\t10
print(next(t, 1))          // expect: 2\t20
print(next(t, 2))          // expect: a\tx
print(next(t, "a"))        // expect: nil
print(next(t, 1.0))        // expect: 2\t20
print(next({}))            // expect: nil
print(select("#", next({})))   // expect: 1

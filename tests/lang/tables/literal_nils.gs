// Nil values leave their place empty; the array ends at the last value that is not nil.
print(#{1, nil, 3}, #{1, nil}, #{nil}, #{nil, nil, 3}, #{nil, 2, nil})    // expect: 3\t1\t0\t3\t2
t := {a: nil, ["b"]: nil}
print(next(t))                                                            // expect: nil
u := {1, nil, 3}
print(u[1], u[2], u[3])                                                   // expect: 1\tnil\t3

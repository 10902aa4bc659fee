print(nil && 1, false && 1, 0 && 1, 1 && nil, "" && "b")    // expect: nil\tfalse\t1\tnil\tb
print(nil || 1, false || nil, 0 || 1, nil || false)         // expect: 1\tnil\t0\tfalse
print(1 && 2 && 3, nil || false || 3, 1 && nil || 5)        // expect: 3\t3\t5
func two() { return 1, 2 }
print((true && two()), nil || two())                        // expect: 1\t1
print(select("#", true && two()), select("#", nil || two()))   // expect: 1\t1

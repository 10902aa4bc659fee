// The spread expression is one value.
func two() { return {1, 2}, {3} }
print(two()...)                    // expect: 1\t2
print(0, (two())...)               // expect: 0\t1\t2

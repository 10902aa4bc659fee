_, b := 1, 2
a, _ := 3, 4
_ = print("evaluated")       // expect: evaluated
func f(_, x, _) { return x }
for _, v := range {7} { print(v) }   // expect: 7
var _ = 5
_ := 6
const _, c = 8, 9
print(a, b, c, f(1, 2, 3))   // expect: 3\t2\t9\t2

// Where an operand is expected { is a table literal.
t := {}
if t == {} { print("same") } else { print("different") }   // expect: different
for i, v := range {10, 20} { print(i, v) }
// expect: 1\t10
// expect: 2\t20
if {} { print("true") }                                    // expect: true

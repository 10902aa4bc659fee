// Several statements may share a line without separator.
a := 1 b := 2 print(a, b)            // expect: 1\t2
func f() { a = 5 return a } print(f()) print(a)
// expect: 5
// expect: 5
if a == 5 { print("yes") } print("next")
// expect: yes
// expect: next
c := a - 1 d := c print(c, d)        // expect: 4\t4

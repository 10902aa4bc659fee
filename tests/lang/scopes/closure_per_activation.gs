fs := {}
for i := range 3 {
    n := i * 10
    append(fs, func() { n++; return n })
}
print(fs[1](), fs[2](), fs[3](), fs[1]())   // expect: 1\t11\t21\t2

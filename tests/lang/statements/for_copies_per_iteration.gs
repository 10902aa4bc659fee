// Each iteration has its own copy of the loop variables.
fs := {}
for i := 0; i < 3; i++ { append(fs, func() { return i }) }
print(fs[1](), fs[2](), fs[3]())                    // expect: 0\t1\t2
gs := {}
for i := 1; i <= 3; i++ { append(gs, func() { i += 10; return i }) }
print(gs[1](), gs[1](), gs[2](), gs[3]())           // expect: 11\t21\t12\t13

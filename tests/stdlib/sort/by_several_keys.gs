people := {{n: "Bo", a: 30}, {n: "Al", a: 25}, {n: "Cy", a: 30}, {n: "Di", a: 25}}
sort.by(people, func(x, y) { if x.a != y.a { return x.a > y.a } return x.n < y.n })
for _, p := range people { io.write(p.n, p.a, " ") }
print()                                         // expect: Bo30 Cy30 Al25 Di25 
sort.byKey(people, func(p) { return p.n })
sort.byKey(people, func(p) { return p.a })
for _, p := range people { io.write(p.n, p.a, " ") }
print()                                         // expect: Al25 Di25 Bo30 Cy30 

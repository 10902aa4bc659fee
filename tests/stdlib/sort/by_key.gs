n := 0
people := {{n: "bo", a: 30}, {n: "al", a: 25}, {n: "cy", a: 30}, {n: "di", a: 25}}
for _, p := range sort.byKey(people, func(p) { n++; return p.a }) { io.write(p.n, " ") }
print(n)                                // expect: al di bo cy 4

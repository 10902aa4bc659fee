// A fair six and a walk with a fixed seed give the same every time and on every machine.
rand.seed(2026)
a := {}
for range 5 { append(a, rand.int(1, 6)) }
rand.seed(2026)
for _, v := range a { assert(rand.int(1, 6) == v) }
inside := 0
for range 20000 { x, y := rand.float(), rand.float(); if x * x + y * y < 1 { inside++ } }
print(math.abs(4 * inside / 20000 - math.pi) < 0.05)               // expect: true
deck := {}
for i := range 52 { append(deck, i) }
rand.shuffle(deck)
hands := {rand.sample(deck, 5), rand.sample(deck, 5)}
print(#hands[1], #table.unique(hands[1]))       // expect: 5\t5

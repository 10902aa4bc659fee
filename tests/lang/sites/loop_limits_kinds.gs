func count(from, to, step) { n := 0; for i := from; i < to; i += step { n++ } return n }
print(count(0, 10, 1), count(0, 10, 3), count(0.5, 3, 1), count(0, 2.5, 0.5), count(5, 1, 1))            // expect: 10\t4\t3\t5\t0
print(count(140737488355325, 140737488355330, 1), count(math.maxinteger - 2, math.maxinteger, 1))        // expect: 5\t2
func down(from) { s := 0; for i := from; i >= 0; i-- { s += i } return s }
print(down(4), down(2.5), down(-1))     // expect: 10\t4.5\t0

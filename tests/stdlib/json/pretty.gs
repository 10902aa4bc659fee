print(json.pretty({k: {1, {a: true}}, e: {}}))
// expect: {
// expect:   "e": {},
// expect:   "k": [
// expect:     1,
// expect:     {
// expect:       "a": true
// expect:     }
// expect:   ]
// expect: }
print(json.pretty({1}, "\t"))
// expect: [
// expect: \t1
// expect: ]
print(json.pretty({}), json.pretty(5), json.pretty("x"))   // expect: {}\t5\t"x"

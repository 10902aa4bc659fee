rand.seed(5)
arr := {"a", "b", "c", "d"}
for range 100 { assert(table.contains(arr, rand.choice(arr))) }
print(rand.choice({}), rand.choice({7}))        // expect: nil\t7
t := {}
for i := range 50 { append(t, i) }
print(rand.shuffle(t) == t, #t, #table.unique(t), sort.isSorted(t))        // expect: true\t50\t50\tfalse
print(table.concat(sort.asc(t), " ") == "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49")        // expect: true
s := rand.sample(t, 10)
print(#s, #table.unique(s), #rand.sample(t, 100), #rand.sample(t, 0), #rand.sample({}, 3), #t)     // expect: 10\t10\t50\t0\t0\t50
print(pcall(rand.choice))                       // expect: false\tbad argument #1 to 'rand.choice' (table expected, got nil)
print(pcall(rand.shuffle, "x"))                 // expect: false\tbad argument #1 to 'rand.shuffle' (table expected, got string)
rand.sample({1})                                // expect error: bad argument #2 to 'rand.sample' (number expected, got nil)

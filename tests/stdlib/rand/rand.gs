rand.seed(42)
first := {rand.int(1000), rand.float(), rand.int(1, 6), rand.bool(), rand.normal(), rand.exp()}
rand.seed(42)
second := {rand.int(1000), rand.float(), rand.int(1, 6), rand.bool(), rand.normal(), rand.exp()}
for i, v := range first { assert(v == second[i]) }
for range 1000 {
    i, f, j := rand.int(10), rand.float(), rand.int(-3, 3)
    assert(i >= 0 && i < 10 && f >= 0 && f < 1 && j >= -3 && j <= 3 && rand.int() >= 0 && rand.exp(2) >= 0)
}
sum := 0.0
for range 2000 { sum += rand.normal(10, 2) }
print(math.abs(sum / 2000 - 10) < 0.5, rand.normal(3, 0), math.type(rand.timeSeed()))      // expect: true\t3.0\tinteger
shuffled := rand.shuffle({1, 2, 3, 4, 5})
print(table.concat(sort.asc(shuffled), ""), #rand.sample({1, 2, 3}, 2), #rand.sample({1}, 5), #rand.sample({}, 3))   // expect: 12345\t2\t1\t0
sample := rand.sample({1, 2, 3, 4}, 4)
print(table.concat(sort.asc(sample), ""), rand.choice({}), rand.choice({"only"}))          // expect: 1234\tnil\tonly
for range 100 { assert(rand.weighted({"a", "b", "c"}, {0, 3, 0}) == "b") }
print(uuid.isValid(rand.uuid()), #rand.bytes(5), #rand.bytes(0))                            // expect: true\t5\t0
print(pcall(rand.int, 0))                        // expect: false\tbad argument #1 to 'rand.int' (positive number expected)
print(pcall(rand.int, 2, 1))                     // expect: false\tbad argument #2 to 'rand.int' (interval is empty)
print(pcall(rand.normal, 0, -1))                 // expect: false\tbad argument #2 to 'rand.normal' (non-negative number expected)
print(pcall(rand.exp, 0))                        // expect: false\tbad argument #1 to 'rand.exp' (positive number expected)
for _, w := range {{}, {0}, {-1}, {1.0 / 0.0}, {"x"}} { assert(!pcall(rand.weighted, {1}, w)) }
print(pcall(rand.weighted, {"a"}, {0}))          // expect: false\tbad argument #2 to 'rand.weighted' (invalid weights)
print(pcall(rand.shuffle, 1))                    // expect: false\tbad argument #1 to 'rand.shuffle' (table expected, got number)

start := os.clock()
order := {}
for _, d := range {0.06, 0.02, 0.04} { go func(d) { time.sleep(d); append(order, d) }(d) }
time.sleep(0.1)
print(table.concat(order, " "), select("#", time.sleep(0)))        // expect: 0.02 0.04 0.06\t0
time.sleep(-5)
print(pcall(time.sleep))                        // expect: false\tbad argument #1 to 'time.sleep' (number expected, got nil)
print(pcall(time.sleep, 0.0 / 0) != nil)        // expect: true
time.sleep("long")                              // expect error: bad argument #1 to 'time.sleep' (number expected, got string)

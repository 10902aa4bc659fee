a := os.clock()
x := 0
for i := range 200000 { x += i }
b := os.clock()
print(math.type(a), a >= 0, b >= a, b < 60)     // expect: float\ttrue\ttrue\ttrue
print(os.difftime(10, 4), os.difftime(4.5, 10), os.difftime("3", 1))       // expect: 6.0\t-5.5\t2.0
print(pcall(os.difftime, 1))                    // expect: false\tbad argument #2 to 'os.difftime' (number expected, got nil)
os.difftime("a", 1)                             // expect error: bad argument #1 to 'os.difftime' (number expected, got string)

func fib(n) { if n < 2 { return n } return fib(n - 1) + fib(n - 2) }
print(fib(20))                                    // expect: 6765
func depth(n) { if n == 0 { return 0 } return 1 + depth(n - 1) }
print(depth(150000))                              // expect: 150000

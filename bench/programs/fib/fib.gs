// Naive Fibonacci numbers: non-tail recursion on small ints.
// Argument: n (35). Prints fib(n).

func fib(n) {
    if n < 2 { return n }
    return fib(n - 1) + fib(n - 2)
}

print(string.format("%d", fib(tonumber(arg[1]) || 35)))

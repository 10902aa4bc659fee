// fib with the test inverted and the operands of the sum exchanged.
// Argument: n (35). Prints fib(n).

func sum_of_previous(n) {
    before_last := fib(n - 2)
    last := fib(n - 1)
    return last + before_last
}

func fib(n) {
    if n > 1 { return sum_of_previous(n) }
    return n
}

print(string.format("%d", fib(tonumber(arg[1]) || 35)))

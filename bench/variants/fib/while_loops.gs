// fib with a loop in place of one of the two recursive calls.
// Argument: n (35). Prints fib(n).

func fib(n) {
    sum := 0
    for n >= 2 {
        sum += fib(n - 1)
        n -= 2
    }
    return sum + n
}

print(string.format("%d", fib(tonumber(arg[1]) || 35)))

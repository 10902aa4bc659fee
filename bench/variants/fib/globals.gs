// fib that adds up the leaves of the recursion in a global.
// Argument: n (35). Prints fib(n).

total := 0

func visit(n) {
    if n < 2 {
        total += n
        return
    }
    visit(n - 1)
    visit(n - 2)
}

visit(tonumber(arg[1]) || 35)
print(string.format("%d", total))

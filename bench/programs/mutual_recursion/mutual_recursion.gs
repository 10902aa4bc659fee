// Hofstadter's female and male sequences: two functions that call each other.
// Argument: n (170). Prints a weighted sum of both sequences.

func female(n) {
    if n == 0 { return 1 }
    return n - male(female(n - 1))
}

func male(n) {
    if n == 0 { return 0 }
    return n - female(male(n - 1))
}

func main(n) {
    s := 0
    for i := 0; i <= n; i++ { s = s + female(i) * 3 + male(i) }
    print(string.format("%d", s))
}

main(tonumber(arg[1]) || 170)

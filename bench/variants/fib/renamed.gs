// fib with other names: rabbit pairs after so many months.
// Argument: months (35). Prints the number of pairs.

func pairs_after(months) {
    if months < 2 { return months }
    return pairs_after(months - 1) + pairs_after(months - 2)
}

months := tonumber(arg[1]) || 35
pairs_alive := pairs_after(months)
print(string.format("%d", pairs_alive))

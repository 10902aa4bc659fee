// ackermann with other names.
// Arguments: rounds (10), argument (9). Prints the sum of the results.

func grow(level, value) {
    if level == 0 { return value + 1 }
    if value == 0 { return grow(level - 1, 1) }
    return grow(level - 1, grow(level, value - 1))
}

func repeated(rounds, value) {
    accumulated := 0
    for round := 1; round <= rounds; round++ { accumulated += grow(3, value) }
    return accumulated
}

rounds, argument := tonumber(arg[1]) || 10, tonumber(arg[2]) || 9
print(string.format("%d", repeated(rounds, argument)))

// callmany with other names.
// Argument: turns (50000000). Prints the final level.

func mix(left, right) { return left + right }

func dampen(amount) { return amount * 0.5 }

func drain(level, capacity) {
    if level > capacity { return level - capacity }
    return level
}

func simulate(turns) {
    level := 0.0
    for turn := 1; turn <= turns; turn++ {
        level = drain(mix(level, dampen(turn)), 1000000.0)
    }
    return level
}

turns := tonumber(arg[1]) || 50000000
print(string.format("%.3f", simulate(turns)))

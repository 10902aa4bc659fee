// An interpreter for a small register machine, running trial division.
// Argument: n (40000). Prints the primes found and the instructions executed.

const HALT, LOADI, MUL, MOD, ADDI, JGT, JZ, JMP = 0, 1, 2, 3, 4, 5, 6, 7

func run(code, regs) {
    pc, count := 1, 0
    for {
        op := code[pc]
        a, b, c := code[pc + 1], code[pc + 2], code[pc + 3]
        pc += 4
        count++
        switch op {
        case MUL: regs[a] = regs[b] * regs[c]
        case JGT: if regs[a] > regs[b] { pc = c }
        case MOD: regs[a] = regs[b] % regs[c]
        case JZ: if regs[a] == 0 { pc = c }
        case ADDI: regs[a] = regs[b] + c
        case JMP: pc = c
        case LOADI: regs[a] = c
        default: return count
        }
    }
}

func at(i) { return i * 4 + 1 }

func main(n) {
    code := {
        LOADI, 1, 0, 2,
        LOADI, 2, 0, n,
        LOADI, 3, 0, 0,
        JGT, 1, 2, at(14),
        LOADI, 4, 0, 2,
        MUL, 5, 4, 4,
        JGT, 5, 1, at(11),
        MOD, 5, 1, 4,
        JZ, 5, 0, at(12),
        ADDI, 4, 4, 1,
        JMP, 0, 0, at(5),
        ADDI, 3, 3, 1,
        ADDI, 1, 1, 1,
        JMP, 0, 0, at(3),
        HALT, 0, 0, 0,
    }
    regs := {0, 0, 0, 0, 0}
    steps := run(code, regs)
    print(string.format("%d %d", regs[3], steps))
}

main(tonumber(arg[1]) || 40000)

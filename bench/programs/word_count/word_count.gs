// Counts words of a long text: substrings and a table keyed by strings.
// Argument: n (1000000). Prints the text's length, the distinct words, the highest count and a hash.

const V = 5000
const char, sub, find = string.char, string.sub, string.find

func main(n) {
    seed := 42
    vocab := {}
    for i := 1; i <= V; i++ {
        seed = (seed * 3877 + 29573) % 139968
        letters := 3 + seed % 7
        w := ""
        for j := 1; j <= letters; j++ {
            seed = (seed * 3877 + 29573) % 139968
            w = w .. char(97 + seed % 26)
        }
        vocab[i] = w
    }
    parts := {}
    for i := 1; i <= n; i++ {
        seed = (seed * 3877 + 29573) % 139968
        parts[i] = vocab[(seed + i) % V + 1]
    }
    text := table.concat(parts, " ") .. " "
    counts, distinct := {}, 0
    pos, length := 1, #text
    for pos <= length {
        e := find(text, " ", pos, true)
        w := sub(text, pos, e - 1)
        c := counts[w]
        if c {
            counts[w] = c + 1
        } else {
            counts[w] = 1
            distinct++
        }
        pos = e + 1
    }
    h, best := 0, 0
    for i := 1; i <= V; i++ {
        c := counts[vocab[i]] || 0
        if c > best { best = c }
        h = (h * 31 + c) % 1000003
    }
    print(string.format("%d %d %d %d", length, distinct, best, h))
}

main(tonumber(arg[1]) || 1000000)

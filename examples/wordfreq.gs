// Counts words: gscript examples/wordfreq.gs FILE [N]. Shows the N (10) commonest.

file := ...
limit := tonumber(arg[2] || "10")
if !file {
    print("usage: wordfreq.gs FILE [N]")
    return
}

counts := {}
for text := range io.lines(file) {
    for word := range string.gmatch(string.lower(text), "%a+") {
        counts[word] = (counts[word] || 0) + 1
    }
}

words := table.keys(counts)
table.sort(words, func(a, b) {
    if counts[a] != counts[b] { return counts[a] > counts[b] }
    return a < b
})
for i := 1; i <= min(limit, #words); i++ {
    print(string.format("%6d  %s", counts[words[i]], words[i]))
}

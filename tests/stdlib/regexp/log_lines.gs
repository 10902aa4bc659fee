re := regexp.compile(`^(\d{4}-\d\d-\d\d) \[(\w+)\] (?P<msg>.*)$`)
counts := {}
for _, line := range string.split("2026-01-01 [INFO] up\n2026-01-01 [WARN] disk\nnonsense\n2026-01-02 [INFO] down", "\n") {
    m := re:findSubmatch(line)
    if m { counts[m[3]] = append(counts[m[3]] || {}, m[4]) }
}
print(table.concat(counts.INFO, ","), table.concat(counts.WARN, ","), re:numSubexp())      // expect: up,down\tdisk\t3
print(regexp.replaceAll(`(\d+)-(\d+)-(\d+)`, "2026-01-02 x", "$3/$2/$1"))  // expect: 02/01/2026 x

print(pcall(table.sort))                        // expect: false\tbad argument #1 to 'table.sort' (table expected, got nil)
print(pcall(table.sort, {1, 2}, 5))             // expect: false\tbad argument #2 to 'table.sort' (function expected, got number)
ok, e := pcall(table.sort, {3, "a"})
print(ok, e == "attempt to compare string with number" || e == "attempt to compare number with string")    // expect: false\ttrue
t := {3, 2, 1}
ok, e = pcall(table.sort, t, func(a, b) { error("stop") })
print(ok, e, table.concat(t, " "))              // expect: false\tstop\t3 2 1
ok, e = pcall(table.sort, {{}, {}})
print(e)                                        // expect: attempt to compare table with table
func rank(a, b) {
    return a.missing < b.missing                // expect error: attempt to compare nil with nil
}
table.sort({{}, {}}, rank)

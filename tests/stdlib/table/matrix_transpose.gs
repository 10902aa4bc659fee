func transpose(m) { return table.map(m[1], func(_, j) { return table.map(m, func(row) { return row[j] }) }) }
t := transpose({{1, 2, 3}, {4, 5, 6}})
print(#t, table.concat(t[1], " "), table.concat(t[3], " "))        // expect: 3\t1 4\t3 6
print(table.concat(table.flatten(transpose(t)), ""))               // expect: 123456

func show(t) { return table.concat(t, " ") }
print(show(table.flatten({1, {2, {3, {4}}}, 5})), show(table.flatten({1, {2, {"x"}}}, 0)) != "", #table.flatten({}))       // expect: 1 2 3 4 5\ttrue\t0
r := table.flatten({1, {2, {3, {4}}}}, 1)
print(#r, r[1], r[2], type(r[3]), r[3][1])      // expect: 3\t1\t2\ttable\t3
r = table.flatten({1, {2, {3, {4}}}}, 2)
print(#r, r[3], type(r[4]))                     // expect: 4\t3\ttable
shared := {7}
print(show(table.flatten({shared, {shared}, {}})), show(table.flatten({{x: 1}, 2})))       // expect: 7 7\t2
cycle := {1}
append(cycle, cycle)
print(pcall(table.flatten, cycle))              // expect: false\tbad argument #1 to 'table.flatten' (cyclic table)
table.flatten(1)                                // expect error: bad argument #1 to 'table.flatten' (table expected, got number)

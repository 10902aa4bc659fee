print(table.concat(table.unique({3, 1, 3, 2, 1}), " "), table.concat(table.unique({1, 1.0, "1"}), " "))   // expect: 3 1 2\t1 1
print(table.concat(table.flatten({1, {2, {3, {4}}}, 5}), " "))      // expect: 1 2 3 4 5
f := table.flatten({1, {2, {3}}}, 1)
print(#f, f[2], type(f[3]))                         // expect: 3\t2\ttable
c := {1}
append(c, c)
print(pcall(table.flatten, c))    // expect: false\tbad argument #1 to 'table.flatten' (cyclic table)

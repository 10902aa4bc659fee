t := {10, 20, x: "ex", y: false}
v, a := table.values(t), table.toArray(t)
print(#v, v[1], v[2], v[3], v[4])               // expect: 4\t10\t20\tex\tfalse
print(#a, a[1], a[3], a != v, #table.values({}))                   // expect: 4\t10\tex\ttrue\t0
sparse := {[3]: "c", [1]: "a"}
print(table.concat(table.toArray(sparse), ""))  // expect: ac
print(pcall(table.values))                      // expect: false\tbad argument #1 to 'table.values' (table expected, got nil)
table.toArray("x")                              // expect error: bad argument #1 to 'table.toArray' (table expected, got string)

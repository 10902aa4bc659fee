func show(rows) { return table.concat(table.map(rows, func(r) { return table.concat(r, "|") }), " / ") }
print(show(csv.parse("a;b,c;d", {sep: ";"})), show(csv.parse("a\tb", {sep: "\t"})), show(csv.parse("a·b", {sep: "·"})))    // expect: a|b,c|d\ta|b\ta|b
print(show(csv.parse("# note\na,b\n#x\nc,#d\n", {comment: "#"})))  // expect: a|b / c|#d
print(show(csv.parse("  a,  b  , \"q\"", {trimSpace: true})))      // expect: a|b  |q
print(show(csv.parse("a \"b\" c,\"x\"y\"", {lazyQuotes: true})))   // expect: a "b" c|x"y
print(pcall(csv.parse, "a", 5))                 // expect: false\tbad argument #2 to 'csv.parse' (table expected, got number)
ok, e := pcall(csv.parse, "a", {sep: ""})
print(ok, type(e))                              // expect: false\tstring

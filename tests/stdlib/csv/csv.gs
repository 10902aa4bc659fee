func show(rows) { return table.concat(table.map(rows, func(r) { return table.concat(r, "|") }), ";") }
print(show(csv.parse("a,b\n1,2\n")))                            // expect: a|b;1|2
print(show(csv.parse("a,b\r\n\r\n1,2")), #csv.parse(""))        // expect: a|b;1|2\t0
print(show(csv.parse("\"x,y\",\"q\"\"q\",\"\"\nz")))            // expect: x,y|q"q|;z
print(csv.parse("\"two\nlines\",b")[1][1] == "two\nlines")      // expect: true
print(show(csv.parse("a;b,c", {sep: ";"})), show(csv.parse("#no\na, b", {comment: "#", trimSpace: true})))  // expect: a|b,c\ta|b
print(show(csv.parse("a\"b,c", {lazyQuotes: true})))            // expect: a"b|c
print(pcall(csv.parse, "a\"b"))                                 // expect: false\tcsv.parse: line 1, column 2: bare " in non-quoted field
print(select(2, pcall(csv.parse, "x\n\"open")):match("^csv.parse: line 2, column %d+: ") != nil)   // expect: true
rows := csv.parseWithHeaders("name,age\nann,30,extra\nbob\n")
print(#rows, rows[1].name, rows[1].age, table.count(rows[1]), rows[2].name, rows[2].age)   // expect: 2\tann\t30\t2\tbob\tnil
io.write(csv.encode({{"x", "y\"z", "a,b"}, {1, 2.5, true}, "skipped", {}}))
// expect: x,"y""z","a,b"
// expect: 1,2.5,true
// expect: 
io.write(csv.encode({{"a;b", "c,d"}}, {sep: ";"}))              // expect: "a;b";c,d
io.write(csv.encodeWithHeaders({{b: 1, a: "x"}, {a: 2}}, {"a", "b"}))
// expect: a,b
// expect: x,1
// expect: 2,nil
text := csv.encode({{"", " lead", "q\"", "nl\nx", ","}})
print(table.concat(csv.parse(text)[1], "|") == "| lead|q\"|nl\nx|,")  // expect: true
print(pcall(csv.parse))                        // expect: false\tbad argument #1 to 'csv.parse' (string expected, got nil)
print(pcall(csv.encode, 1))                    // expect: false\tbad argument #1 to 'csv.encode' (table expected, got number)
print(pcall(csv.parse, "a", 1))                // expect: false\tbad argument #2 to 'csv.parse' (table expected, got number)

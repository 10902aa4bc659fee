rows := csv.parseWithHeaders("name,age\nann,30\nbob\ncy,40,extra\n")
print(#rows, rows[1].name, rows[1].age, rows[2].name, rows[2].age, rows[3].age, table.count(rows[3]))      // expect: 3\tann\t30\tbob\tnil\t40\t2
print(#csv.parseWithHeaders(""), #csv.parseWithHeaders("a,b\n"), csv.parseWithHeaders("a;b\n1;2", {sep: ";"})[1].b)        // expect: 0\t0\t2
text := csv.encodeWithHeaders({{name: "ann", age: 30}, {name: "b,b"}}, {"name", "age"})
io.write(text)
// expect: name,age
// expect: ann,30
// expect: "b,b",nil
print(pcall(csv.encodeWithHeaders, {}))         // expect: false\tbad argument #2 to 'csv.encodeWithHeaders' (table expected, got nil)
csv.parseWithHeaders(nil)                       // expect error: bad argument #1 to 'csv.parseWithHeaders' (string expected, got nil)

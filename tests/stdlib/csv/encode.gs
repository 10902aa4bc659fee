io.write(csv.encode({{"a", "b,c", "d\"e", "f\ng"}, {1, 2.5, true}, {}, "not a row", {"", " x"}}))
// expect: a,"b,c","d""e","f
// expect: g"
// expect: 1,2.5,true
// expect: 
// expect: ," x"
print(csv.encode({}) == "", csv.encode({{"a;b", "c,d"}}, {sep: ";"}) == "\"a;b\";c,d\n")   // expect: true\ttrue
rows := {{"plain", "with \"quotes\""}, {"comma, here", "line\nbreak"}, {"", "end"}}
back := csv.parse(csv.encode(rows))
for i, row := range rows { for j, field := range row { assert(back[i][j] == field) } }
print(pcall(csv.encode, {}, 1))                 // expect: false\tbad argument #2 to 'csv.encode' (table expected, got number)
csv.encode("x")                                 // expect error: bad argument #1 to 'csv.encode' (table expected, got string)

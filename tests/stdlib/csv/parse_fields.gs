func show(rows) {
    out := {}
    for _, row := range rows { append(out, table.concat(row, "|")) }
    return #rows .. ": " .. table.concat(out, " / ")
}
print(show(csv.parse("a,b,c\n1,2,3\n")))        // expect: 2: a|b|c / 1|2|3
print(show(csv.parse("a,b\r\n1,2")))            // expect: 2: a|b / 1|2
print(show(csv.parse("\"x,y\",\"say \"\"hi\"\"\",\"\"\n")))        // expect: 1: x,y|say "hi"|
print(show(csv.parse("\"two\nlines\",b")))
// expect: 1: two
// expect: lines|b
print(show(csv.parse("a,b,c\n1\n,,\n\n\nx")))   // expect: 4: a|b|c / 1 / || / x
print(show(csv.parse("")), show(csv.parse("\n\n")), show(csv.parse(" a , b ")))    // expect: 0: \t0: \t1:  a | b 
print(show(csv.parse("é,日本\n")), type(csv.parse("1,2")[1][1]))   // expect: 1: é|日本\tstring
csv.parse(5)                                    // expect error: bad argument #1 to 'csv.parse' (string expected, got number)

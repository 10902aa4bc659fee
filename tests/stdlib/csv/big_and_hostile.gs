row := string.rep("field,", 999) .. "last\n"
rows := csv.parse(string.rep(row, 50))
print(#rows, #rows[50], rows[50][1000])         // expect: 50\t1000\tlast
print(#csv.parse("\"" .. string.rep("\"\"", 100000) .. "\"")[1][1])        // expect: 100000
print(#csv.parse(string.rep(",", 100000))[1])   // expect: 100001
print(pcall(csv.parse, "\"" .. string.rep("x", 100000)) == false)  // expect: true

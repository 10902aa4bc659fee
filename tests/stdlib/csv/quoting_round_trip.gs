specials := {",", "\"", "\n", "\r\n", " ", "", "a\"b\"c", "\"\"", "x,y\nz", "é", "\t", "#"}
rows := {}
for _, a := range specials { for _, b := range specials { append(rows, {a, b, "end"}) } }
back := csv.parse(csv.encode(rows))
bad := 0
for i, r := range rows { for j, f := range r { want := f:gsub("\r\n", "\n"); if (back[i][j]:gsub("\r\n", "\n")) != want { bad++ } } }
print(#back == #rows, bad)                      // expect: true\t0

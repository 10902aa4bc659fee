t := {}
for i := 10; i >= 1; i-- { t[i] = i }
s := ""
for k := range t { s ..= k .. " " }
print(s, #t)              // expect: 1 2 3 4 5 6 7 8 9 10 \t10

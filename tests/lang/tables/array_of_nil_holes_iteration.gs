// Iteration skips holes.
t := {1, nil, 3, nil, 5}
s := ""
for k, v := range t { s ..= k .. " " }
print(s, #t)                       // expect: 1 3 5 \t5

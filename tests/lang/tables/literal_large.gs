t := load("return {" .. ("7, "):rep(3000) .. "x: 1, 8}")()
print(#t, t[1], t[3000], t[3001], t.x)             // expect: 3001\t7\t7\t8\t1
parts := {}
for i := 1; i <= 500; i++ { append(parts, "k" .. i .. ": " .. i) }
u := load("return {" .. table.concat(parts, ", ") .. "}")()
print(u.k1, u.k250, u.k500, table.count(u))        // expect: 1\t250\t500\t500

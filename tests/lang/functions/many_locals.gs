lines := {}
for i := 1; i <= 1000; i++ { append(lines, "v" .. i .. " := " .. i) }
f := load("return func() { " .. table.concat(lines, "; ") .. "; return v1 + v500 + v1000 }")()
print(f())             // expect: 1501

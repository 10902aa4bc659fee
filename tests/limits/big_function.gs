// Thousands of locals and constants in one function.
parts := {}
for i := 1; i <= 30000; i++ { append(parts, "v" .. i .. " := " .. i * 1000003) }
append(parts, "return v1 + v15000 + v30000")
f := load("return func() { " .. table.concat(parts, "\n") .. " }")
print(f()())                               // expect: 45001135003
lits := {}
for i := 1; i <= 50000; i++ { append(lits, "\"s" .. i .. "\"") }
t := load("return {" .. table.concat(lits, ", ") .. "}")()
print(#t, t[50000])                        // expect: 50000\ts50000
// timeout: 30
// skip with: --gc-stress

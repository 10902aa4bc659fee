// Whatever a program may do with tables of rows works on a matrix.
m := matrix.dense(3, 3)
for i, row := range m { for j := range row { row[j] = i * 10 + j } }
m[1] = {[0]: "replaced"}
m[0], m[2] = m[2], m[0]
print(m[0][1], m[1][0], m[2][1])                // expect: 21\treplaced\t1
m[0][1] = nil
m[0][-1] = "minus"
m.name = "named"
print(m[0][1], m[0][-1], m.name, table.count(m), json.encode(matrix.dense(1, 2)))  // expect: nil\tminus\tnamed\t4\t{"0":{"0":0,"1":0}}
row := m[2]
setmetatable(row, {__index: func(t, k) { return "default " .. k }})
print(m[2][9], m[2][0])                         // expect: default 9\t0
sum := 0.0
big := matrix.dense(50, 50)
for i := range 50 { for j := range 50 { big[i][j] = i * j } }
for i := range 50 { for j := range 50 { sum += big[i][j] } }
print(sum)                                      // expect: 1500625.0

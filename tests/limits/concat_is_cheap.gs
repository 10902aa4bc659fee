// s = s .. x in a loop is linear.
s := ""
for i := 1; i <= 500000; i++ { s = s .. "ab" }
print(#s, s:sub(-3))                       // expect: 1000000\tbab
p := ""
for i := 1; i <= 100000; i++ { p = "c" .. p }
print(#p, p:byte(1))                       // expect: 100000\t99
// timeout: 20
// skip with: --gc-stress

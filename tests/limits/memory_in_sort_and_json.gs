func e(f) { ok, m := pcall(f); print(ok, m) }
t := {}
e(func() { for i := 1; ; i++ { append(t, "string number " .. i) } })   // expect: false\tout of memory
t = nil
collectgarbage()
s := "[" .. ("[],"):rep(3000000) .. "[]]"
e(func() { return json.decode(s) })                    // expect: false\tout of memory
s = nil
collectgarbage()
print(#json.decode("[1,2]"))                           // expect: 2
// flags: --memory-limit=64M
// timeout: 60
// skip with: --gc-stress

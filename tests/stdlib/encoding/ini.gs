io.write(encoding.iniEncode({name: "x", n: 5, server: {host: "h", port: 80}, on: true, db: {path: "/p"}}))
// expect: name=x
// expect: n=5
// expect: on=true
// expect: 
// expect: [server]
// expect: host=h
// expect: port=80
// expect: 
// expect: [db]
// expect: path=/p
io.write(encoding.iniEncode({only: {a: 1}}))
// expect: [only]
// expect: a=1
t := encoding.iniDecode("; comment\n# another\ntop = 1\n\n[sec]\nk=v=w\n  spaced  =  value  \nnoequals\n[other]\nk=2\r\n")
print(t.top, t.sec.k, t.sec.spaced, t.sec.noequals, t.other.k)     // expect: 1\tv=w\tvalue\tnil\t2
print(table.count(encoding.iniDecode("")), encoding.iniEncode({}) == "")   // expect: 0\ttrue
back := encoding.iniDecode(encoding.iniEncode({a: "b", s: {x: "y"}}))
print(back.a, back.s.x)                         // expect: b\ty
print(pcall(encoding.iniEncode, 5))             // expect: false\tbad argument #1 to 'encoding.iniEncode' (table expected, got number)
encoding.iniDecode()                            // expect error: bad argument #1 to 'encoding.iniDecode' (string expected, got nil)

t := {a: 1, b: 2, 10, 20}
print(select("#", delete(t, "a")))        // expect: 0
delete(t, "nosuch"); delete(t, nil); delete(t, 0.0 / 0); delete(t)
delete(t, 2)
print(t.a, t.b, #t)                       // expect: nil\t2\t1
delete(t, 1.0)
print(#t)                                 // expect: 0
print(pcall(delete, nil, 1))              // expect: false\tbad argument #1 to 'delete' (table expected, got nil)

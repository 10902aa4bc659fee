// Table separators are , or ; and may be left out between fields.
t := {1; 2, 3; x: 4; y: 5
    z: 6 w: 7}
print(#t, t.x, t.y, t.z, t.w)   // expect: 3\t4\t5\t6\t7
u := {"a" "b" "c"}
print(#u, u[3])                   // expect: 3\tc

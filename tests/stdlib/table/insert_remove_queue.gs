// A queue from both ends, against a plain model of two indices.
q := {}
log := {}
for i := 1; i <= 200; i++ {
    if i % 3 == 0 { append(log, table.remove(q, 1)) } else if i % 7 == 0 { append(log, table.remove(q)) } else { table.insert(q, i) }
}
print(#q + #log, q[1], q[#q], log[1], log[2], log[3])              // expect: 115\t142\t200\t1\t2\t5

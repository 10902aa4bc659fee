// Finalisers left over run at the normal end, in reverse order of marking.
all := {}
for i := 1; i <= 3; i++ {
    append(all, setmetatable({i: i}, {__gc: func(t) { print("finalised", t.i) }}))
}
print("end")
// expect: end
// expect: finalised\t3
// expect: finalised\t2
// expect: finalised\t1

print(pcall(error, "message"))                  // expect: false\tmessage
print(pcall(error))                             // expect: false\tnil
print(select(2, pcall(error, {code: 5})).code, pcall(panic, "p"))  // expect: 5\tfalse\tp
print(assert(1, "unused", 3))                   // expect: 1\tunused\t3
print(pcall(assert, false))                     // expect: false\tassertion failed
print(pcall(assert, nil, "why"))                // expect: false\twhy
print(select(2, pcall(assert, false, {n: 1})).n)                   // expect: 1
func check(v) { if v < 0 { error("negative", 2) } }
func caller() {
    check(1)
    check(-1)                                   // expect error: negative
}
caller()

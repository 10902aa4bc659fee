func deep() { return 1 + deep() }
print(xpcall(deep, func(e) { return "handled " .. e }))    // expect: false\thandled stack overflow
print("usable")                                            // expect: usable
// skip with: --gc-stress

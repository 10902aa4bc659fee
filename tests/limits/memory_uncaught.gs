// flags: --memory-limit=64M
t := {}
for i := 1; ; i++ {
    t[i] = {i}        // expect error: out of memory
}
// timeout: 30
// skip with: --gc-stress

for _, lib := range {string, table, math, sort, io, os, json, utf8, bit32, time, coroutine, debug, sync, sched} {
    if type(lib) != "table" { print("missing") }
}
print("done")         // expect: done

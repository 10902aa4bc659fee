// Lines of several goroutines stay whole, and the history has them in order.
log.setTimestamp(false)
wg := sync.waitgroup()
for i := range 3 {
    wg:add()
    go func() { defer wg:done(); for j := range 2 { log.info("worker", i, "step", j); sched.yield() } }()
}
wg:wait()
// expect: [INFO] worker 0 step 0
// expect: [INFO] worker 1 step 0
// expect: [INFO] worker 2 step 0
// expect: [INFO] worker 0 step 1
// expect: [INFO] worker 1 step 1
// expect: [INFO] worker 2 step 1
print(log.count(), log.history()[4])            // expect: 6\t[INFO] worker 0 step 1

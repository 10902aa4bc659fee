go func() {
    error("fatal")
}()
print("main")            // expect: main
sched.yield()
print("never")
// exit: 1
// expect stderr: error_in_goroutine_ends_program.gs:2: fatal
// expect stderr: stack traceback (goroutine 2):
// expect stderr: \terror_in_goroutine_ends_program.gs:2: in function <error_in_goroutine_ends_program.gs:1>
// expect stderr: \tstarted at error_in_goroutine_ends_program.gs:1

start := time.now()
ch := time.after(0.03)
t := <-ch
print(time.since(start) >= 0.03, math.abs(time.diff(start, t)) < 5, type(t.year))  // expect: true\ttrue\tnumber
select {
case <-time.after(0.02): print("timeout")       // expect: timeout
case <-make(chan): print("never")
}
select {
case <-time.after(10): print("never")
default: print("not yet")                       // expect: not yet
}
time.after({})                                  // expect error: bad argument #1 to 'time.after' (number expected, got table)

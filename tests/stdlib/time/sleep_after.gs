start := time.now()
time.sleep(0.05)
print(time.since(start) >= 0.045)       // expect: true
ch := time.after(0.01)
tm := <-ch
print(type(tm.unix), tm.unix >= start.unix)   // expect: number\ttrue

log.setTimestamp(false)
print(log.count(), #log.history())              // expect: 0\t0
log.info("one")                                 // expect: [INFO] one
log.debug("not kept")
log.warn("two")                                 // expect: [WARN] two
h := log.history()
print(log.count(), #h, type(h[1]))              // expect: 2\t2\tstring
print(h[1], h[2])                               // expect: [INFO] one\t[WARN] two
append(h, "changed")
print(log.count(), #log.history())              // expect: 2\t2
log.clear()
print(log.count(), #log.history(), #h)          // expect: 0\t0\t3

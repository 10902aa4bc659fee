log.setTimestamp(false)
print(log.DEBUG, log.INFO, log.WARN, log.ERROR, log.FATAL, log.getLevel())         // expect: 0\t1\t2\t3\t4\t1
log.debug("hidden")
log.info("a", 1, 2.5, nil, true)                // expect: [INFO] a 1 2.5 nil true
log.warn("careful")                             // expect: [WARN] careful
log.error("bad")                                // expect: [ERROR] bad
log.fatal("still running")                      // expect: [FATAL] still running
log.setLevel(log.ERROR)
log.warn("hidden"); log.info("hidden")
log.error("shown")                              // expect: [ERROR] shown
log.setLevel(log.DEBUG)
log.debug()                                     // expect: [DEBUG]
print(log.getLevel(), select("#", log.info("x")))
// expect: [INFO] x
// expect: 0\t0
log.setLevel("high")                            // expect error: bad argument #1 to 'log.setLevel' (number expected, got string)

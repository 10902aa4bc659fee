log.setTimestamp(false)
log.info("served", 3, nil, true)       // expect: [INFO] served 3 nil true
log.debug("hidden")
log.setLevel(log.DEBUG)
log.debug("shown")                     // expect: [DEBUG] shown
log.setPrefix("db:")
log.warn("slow")                       // expect: [WARN] db: slow
log.setShowLevel(false)
log.error("lost")                      // expect: db: lost
log.setPrefix("")
log.fatal("still here")                // expect: still here
print(log.count(), #log.history(), log.history()[1], log.getLevel())   // expect: 5\t5\t[INFO] served 3 nil true\t0
log.clear()
log.setLevel(log.FATAL)
log.error("dropped")
print(log.count(), #log.history())     // expect: 0\t0
log.setShowLevel(true)
print(log.format(log.WARN, "x", 1), log.count())   // expect: [WARN] x 1\t0
log.setTimestamp(true)
print(log.format(log.INFO, "x"):match("^%d%d%d%d%-%d%d%-%d%d %d%d:%d%d:%d%d %[INFO%] x$") != nil)   // expect: true
print(pcall(log.setPrefix, 1))         // expect: false\tbad argument #1 to 'log.setPrefix' (string expected, got number)

line := log.format(log.WARN, "disk", 90, "%")
print(line:match("^%d%d%d%d%-%d%d%-%d%d %d%d:%d%d:%d%d %[WARN%] disk 90 %%$") != nil)      // expect: true
log.setPrefix("app:")
print(log.format(log.INFO, "x"):sub(21))        // expect: [INFO] app: x
log.setTimestamp(false)
print(log.format(log.INFO, "x"))                // expect: [INFO] app: x
log.setShowLevel(false)
print(log.format(log.INFO, "x"))                // expect: app: x
log.setPrefix("")
print(log.format(log.ERROR, "only", "message"), log.format(log.DEBUG) == "")       // expect: only message\ttrue
log.setTimestamp(true)
print(#log.format(log.INFO, "x"))               // expect: 21
print(log.count())                              // expect: 0
print(pcall(log.setPrefix, 5))                  // expect: false\tbad argument #1 to 'log.setPrefix' (string expected, got number)
log.format("info", "x")                         // expect error: bad argument #1 to 'log.format' (number expected, got string)

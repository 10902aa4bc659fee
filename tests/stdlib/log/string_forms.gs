// Arguments in their string forms; a form that raises leaves no half line.
log.setTimestamp(false)
log.info(setmetatable({}, {__tostring: func() { return "object" }}), "é", "a\nb")
// expect: [INFO] object é a
// expect: b
print(pcall(log.info, "start", setmetatable({}, {__tostring: func() { error("broken") }})))        // expect: false\tbroken
print(log.count())                              // expect: 1
log.error(setmetatable({}, {__tostring: func() { return nil }}))   // expect error: '__tostring' must return a string

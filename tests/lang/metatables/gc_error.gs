// Errors of a finaliser are reported as a warning and dropped.
t := setmetatable({}, {__gc: func() { error("oops") }})
print("end")                         // expect: end
// expect stderr: warning: error in __gc: oops

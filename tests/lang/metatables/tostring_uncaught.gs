// The report of an uncaught error uses the string form.
e := setmetatable({}, {__tostring: func(v) { return "custom error" }})
error(e)      // expect error: custom error

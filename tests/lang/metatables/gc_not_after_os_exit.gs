// os.exit runs no finalisers.
t := setmetatable({}, {__gc: func() { print("never") }})
os.exit(0)

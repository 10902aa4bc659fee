io.write("flushed")
print(" too")        // expect: flushed too
setmetatable({}, {__gc: func() { print("never") }})
os.exit(9)
// exit: 9

// flags: --memory-limit=32M
// A command that writes without end meets the memory limit and is ended.
print(pcall(process.run, {"yes", "more and more"}))   // expect: false\tout of memory
print(process.run("echo fine").stdout:trim())   // expect: fine

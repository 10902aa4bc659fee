r := process.shell("echo a | tr a b; exit 2")
print(r.ok, r.stdout == "b\n", r.code)          // expect: false\ttrue\t2
print(process.shell("").ok, process.shell("kill -9 $$").code, process.shell("echo 'q\"q'").stdout:trim())  // expect: true\t-1\tq"q
process.shell()                                 // expect error: bad argument #1 to 'process.shell' (string expected, got nil)

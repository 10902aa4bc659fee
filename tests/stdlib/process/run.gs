r := process.run("echo hello  world")
print(r.ok, r.stdout == "hello world\n", r.stderr == "", r.code)   // expect: true\ttrue\ttrue\t0
r = process.run({"sh", "-c", "echo out; echo err >&2; exit 4"})
print(r.ok, r.stdout, r.stderr, r.code)
// expect: false\tout
// expect: \terr
// expect: \t4
r = process.run({"printf", "%s|", "two words", "", "$HOME"})
print(r.stdout)                                 // expect: two words||$HOME|
r = process.run("/nonexistent/program")
print(r.ok, r.code, r.stdout == "")             // expect: false\t-1\ttrue
print(pcall(process.run, ""))                   // expect: false\tbad argument #1 to 'process.run' (empty command)
print(pcall(process.run, {}))                   // expect: false\tbad argument #1 to 'process.run' (empty command)
process.run(5)                                  // expect error: bad argument #1 to 'process.run' (string or table expected, got number)

r := process.run("sh -c exit")
print(r.ok, r.code, r.stdout == "", r.stderr == "")                             // expect: true\t0\ttrue\ttrue
r = process.run({"sh", "-c", "cat; echo err >&2; exit 3"}, {stdin: "input"})
print(r.ok, r.code, r.stdout, (r.stderr:gsub("\n", "")))                        // expect: false\t3\tinput\terr
print(process.run({"sh", "-c", "echo $NAME"}, {env: {NAME: "value"}}).stdout:trim(), process.run("pwd", {dir: "/"}).stdout:trim())   // expect: value\t/
r = process.run("sleep 5", {timeout: 0.1})
print(r.ok, r.code)                                                             // expect: false\t-1
r = process.run("no-such-program-here")
print(r.ok, r.code, r.stderr)                                                   // expect: false\t-1\tno such file or directory
print(process.shell("echo a | tr a b").stdout:trim(), process.shell("kill -9 $$").code)   // expect: b\t-1
print(process.exec("echo", 1, true), process.exec("false"))                     // expect: 1 true\n\tnil\texit status 1
print(process.exec("no-such-program-here"))                                     // expect: nil\tno-such-program-here: no such file or directory
print(process.which("sh") != nil, process.which("no-such"), process.pid() == os.getpid(), process.env().PATH == os.getenv("PATH"))   // expect: true\tnil\ttrue\ttrue
big := string.rep("x", 300000)
print(#process.run({"cat"}, {stdin: big}).stdout)                               // expect: 300000
done, ticks := make(chan), 0
go func() { process.run("sleep 0.2"); done <- true }()
go func() { for { time.sleep(0.01); ticks++ } }()
<-done
print(ticks > 3)                                                                // expect: true
print(pcall(process.run, ""))              // expect: false\tbad argument #1 to 'process.run' (empty command)
print(pcall(process.run, {}))              // expect: false\tbad argument #1 to 'process.run' (empty command)
print(pcall(process.run, 1))               // expect: false\tbad argument #1 to 'process.run' (string or table expected, got number)

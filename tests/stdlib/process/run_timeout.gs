start := time.now().unix
r := process.run("sleep 20", {timeout: 0.2})
print(r.ok, r.code, time.now().unix - start < 5)                   // expect: false\t-1\ttrue
r = process.run({"sh", "-c", "echo part; sleep 20"}, {timeout: 0.3})
print(r.ok, r.stdout == "part\n")               // expect: false\ttrue
print(process.run("echo quick", {timeout: 10}).ok)                 // expect: true

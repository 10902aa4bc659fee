// Both pipes and standard input at once, each more than a pipe holds.
r := process.run({"sh", "-c", "cat; head -c 300000 /dev/zero | tr '\\0' e >&2"}, {stdin: string.rep("i", 300000)})
print(r.ok, #r.stdout, #r.stderr, r.stdout:sub(1, 1), r.stderr:sub(-1))    // expect: true\t300000\t300000\ti\te

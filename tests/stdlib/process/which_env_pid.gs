print(path.base(process.which("sh")), process.which("no-such-program-anywhere"), process.which("/bin/sh"), process.which(""))      // expect: sh\tnil\t/bin/sh\tnil
os.setenv("GS_SEEN", "1")
env := process.env()
print(env.GS_SEEN, type(env.PATH), env.GS_ABSENT, process.pid() == tonumber(process.shell("echo $PPID").stdout))   // expect: 1\tstring\tnil\ttrue
process.which(nil)                              // expect error: bad argument #1 to 'process.which' (string expected, got nil)

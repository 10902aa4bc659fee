// args: one two
print(arg[1], arg[2], #arg)                     // expect: one\ttwo\t2
args := os.args()
print(args[#args - 1], args[#args], path.base(args[#args - 2]))    // expect: one\ttwo\targs_hostname_pid.gs
print(type(os.hostname()), #os.hostname() > 0, math.type(os.getpid()), os.getpid() == process.pid())       // expect: string\ttrue\tinteger\ttrue
args[1] = "changed"
print(os.args()[1] != "changed")                // expect: true

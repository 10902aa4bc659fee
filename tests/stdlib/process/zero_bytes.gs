// What the system would cut at a zero byte is not started.
for _, r := range {process.run({"echo", "a\0b"}), process.run({"ec\0ho"}), process.run("env", {env: {X: "a\0b"}}), process.run("pwd", {dir: "/\0"})} {
    assert(!r.ok && r.code == -1 && r.stdout == "")
}
print(process.exec("echo", "a\0b") == nil, process.shell("echo \0") .ok, process.which("sh\0x"))         // expect: true\tfalse\tnil

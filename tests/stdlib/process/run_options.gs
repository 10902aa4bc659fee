print(process.run("cat", {stdin: "fed in"}).stdout, process.run("cat", {stdin: ""}).stdout == "")  // expect: fed in\ttrue
print(process.run({"sh", "-c", "echo $GS_X"}, {env: {GS_X: "set here"}}).stdout:trim(), os.getenv("GS_X"))         // expect: set here\tnil
fs.mkdir("sub")
print(path.base(process.run("pwd", {dir: "sub"}).stdout:trim()))   // expect: sub
r := process.run("pwd", {dir: "/nonexistent"})
print(r.ok, r.code)                             // expect: false\t-1
big := string.rep("x", 1000000)
print(process.run("cat", {stdin: big}).stdout == big)              // expect: true
print(process.run("true", {stdin: big}).ok)     // expect: true
process.run("true", 5)                          // expect error: bad argument #2 to 'process.run' (table expected, got number)

// The system ends names at a zero byte: what has one names nothing, and what stands before it is left alone.
fs.writefile("victim", "x")
print(os.remove("victim\0b") == nil, os.rename("victim\0b", "c") == nil, os.rename("victim", "c\0d") == nil, fs.exists("victim"), fs.exists("c"))        // expect: true\ttrue\ttrue\ttrue\tfalse
os.setenv("GS_A", "before")
print(os.getenv("GS_A\0x"), os.setenv("GS_A", "a\0b") == nil, os.setenv("GS_B\0z", "1") == nil, os.unsetenv("GS_A\0") == nil)    // expect: nil\ttrue\ttrue\ttrue
print(os.getenv("GS_A"), os.getenv("GS_B"), os.expand("$GS_A\0|") == "before\0|")         // expect: before\tnil\ttrue
fs.writefile("module.gs", "error('loaded')")
print(select(2, pcall(dofile, "module.gs\0x")) == "cannot open 'module.gs\0x': no such file or directory")        // expect: true
print(pcall(require, "./module.gs\0x") == false, fs.tempfile(".", "a\0b") == nil, fs.tempfile(".\0", "a") == nil, #fs.glob("a*"))      // expect: true\ttrue\ttrue\t0
print(pcall(http.listen, "127.0.0.1\0:0", print) == false, net.get("http://127.0.0.1\0:1/") == nil)   // expect: true\ttrue

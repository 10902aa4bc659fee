fs.writefile("secret", "x")
process.run({"chmod", "000", "secret"})
fs.mkdir("locked")
print(fs.stat("secret").mode)                   // expect: 0000
process.run({"chmod", "755", "secret"})
print(fs.stat("secret").mode, fs.copy("secret", "copy"), fs.stat("copy").mode)     // expect: 0755\ttrue\t0755

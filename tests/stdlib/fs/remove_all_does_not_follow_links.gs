fs.mkdirAll("keep/inner")
fs.writefile("keep/inner/file", "precious")
fs.mkdirAll("trash/deep/deeper")
fs.writefile("trash/deep/file", "x")
process.run({"ln", "-s", fs.cwd() .. "/keep", "trash/deep/link"})
print(fs.removeAll("trash"), fs.exists("trash"), fs.readfile("keep/inner/file"))   // expect: true\tfalse\tprecious

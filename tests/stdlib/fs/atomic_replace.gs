// Written beside and renamed over: readers see the old or the new file.
fs.writefile("config", "old")
tmp := fs.tempfile(".", "config.*")
fs.writefile(tmp, "new")
print(fs.rename(tmp, "config"), fs.readfile("config"), fs.exists(tmp), #fs.glob("config*"))        // expect: true\tnew\tfalse\t1

here := fs.cwd()
print(path.isAbs(here), fs.isdir(fs.tempdir()), fs.mkdir("inner"), fs.chdir("inner"), fs.cwd() == path.join(here, "inner"))        // expect: true\ttrue\ttrue\ttrue\ttrue
print(fs.chdir("missing"))                      // expect: nil\tchdir missing: no such file or directory
print(fs.chdir(here), fs.cwd() == here)         // expect: true\ttrue
fs.chdir({})                                    // expect error: bad argument #1 to 'fs.chdir' (string expected, got table)

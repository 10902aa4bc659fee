print(path.abs("/a/../b"), path.isAbs("/x"), path.isAbs("x"), path.isAbs(""))      // expect: /b\ttrue\tfalse\tfalse
print(path.abs("x/./y") == path.join(fs.cwd(), "x/y"), path.abs("") == fs.cwd())   // expect: true\ttrue

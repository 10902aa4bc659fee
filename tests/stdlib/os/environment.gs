// env: GS_TEST=from outside
print(os.getenv("GS_TEST"), os.getenv("GS_SURELY_NOT_SET"))        // expect: from outside\tnil
print(os.setenv("GS_TEST", "changed"), os.getenv("GS_TEST"))       // expect: true\tchanged
print(os.expand("$GS_TEST/${GS_TEST}x/$GS_SURELY_NOT_SET."))       // expect: changed/changedx/.
print(os.unsetenv("GS_TEST"), os.getenv("GS_TEST"))                // expect: true\tnil

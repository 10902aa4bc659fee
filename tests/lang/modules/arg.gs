// args: a "b c" 3
print(arg[0], arg[1], arg[2], arg[3], #arg)   // expect: arg.gs\ta\tb c\t3\t3
print(...)                                    // expect: a\tb c\t3
print(type(arg[3]))                           // expect: string
print(#os.args() >= 5)                        // expect: true

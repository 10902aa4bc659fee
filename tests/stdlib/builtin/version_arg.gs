// args: a b
print(_VERSION, arg[0], arg[1], arg[2], arg[3], #arg, ...)         // expect: GScript 1.0\tversion_arg.gs\ta\tb\tnil\t2\ta\tb

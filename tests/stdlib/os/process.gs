// args: a b
print(math.type(os.getpid()), type(os.hostname()), type(os.args()))    // expect: integer\tstring\ttable
args := os.args()
print(args[#args - 1], args[#args])                                    // expect: a\tb

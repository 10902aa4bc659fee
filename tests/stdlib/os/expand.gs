// env: GS_A=alpha
// env: GS_B=beta
print(os.expand("$GS_A-${GS_B}"), os.expand("${GS_A}x$GS_Bx") == "alphax", os.expand("$GS_NONE|"), os.expand("") == "")    // expect: alpha-beta\ttrue\t|\ttrue
print(os.expand("no variables"), os.expand("100 %"), os.expand("$GS_A/$GS_A"))     // expect: no variables\t100 %\talpha/alpha
for _, s := range {"$", "${", "${}", "$$", "${GS_A", "a$", "$ x", "$}"} { assert(type(os.expand(s)) == "string", s) }
os.expand(5)                                    // expect error: bad argument #1 to 'os.expand' (string expected, got number)

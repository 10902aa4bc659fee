print(json.decode(`"\u00e9\u4e2d\ud83d\ude00\n\/\\\""`) == "é中😀\n/\\\"")   // expect: true
print(#json.decode(`"\u0000"`), json.decode(`"\t"`) == "\t")                 // expect: 1\ttrue

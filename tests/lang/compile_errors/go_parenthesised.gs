// A parenthesised call is a call no longer.
f := print
print(load("go (f)()") != nil, load("go f") == nil, load("defer f.x") == nil)   // expect: true\ttrue\ttrue

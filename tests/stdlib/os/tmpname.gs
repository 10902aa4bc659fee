a, b := os.tmpname(), os.tmpname()
print(type(a), a != b, fs.readfile(a) == "", fs.isfile(b))         // expect: string\ttrue\ttrue\ttrue
os.remove(a); os.remove(b)

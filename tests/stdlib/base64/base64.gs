for _, s := range {"", "f", "fo", "foo", "foob", "fooba", "foobar"} { io.write(base64.encode(s), " ") }
print()   // expect:  Zg== Zm8= Zm9v Zm9vYg== Zm9vYmE= Zm9vYmFy 
all := {}
for i := range 256 { append(all, string.char(i)) }
bytes_ := table.concat(all)
print(base64.decode(base64.encode(bytes_)) == bytes_, base64.urlDecode(base64.urlEncode(bytes_)) == bytes_)   // expect: true\ttrue
print(base64.encode("\xfb\xff"), base64.urlEncode("\xfb\xff"))     // expect: +/8=\t-_8
print(base64.decode("Zm9v\nYmFy"))                                 // expect: foobar
print(base64.decode("Zm9"))                                        // expect: nil\tillegal base64 data at input byte 0
print(base64.decode("Zm9*"))                                       // expect: nil\tillegal base64 data at input byte 3
print(base64.decode("-_8="))                                       // expect: nil\tillegal base64 data at input byte 0
print(base64.urlDecode("+/8"))                                     // expect: nil\tillegal base64 data at input byte 0
print(base64.decode(""), pcall(base64.encode, 5))                  // expect: \tfalse\tbad argument #1 to 'base64.encode' (string expected, got number)

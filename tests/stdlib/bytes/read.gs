b := bytes.fromString("abc\0def")
print(b:readByte(1), b:readByte(4), b:readByte(7), b:readByte(8), b:readByte(0), b:readByte(-1))   // expect: 97\t0\t102\tnil\tnil\tnil
print(b:readString(2, 3), #b:readString(1, 100), b:readString(5, 4) == "", b:readString(-5, 2), b:readString(9, 9) == "")  // expect: bc\t7\ttrue\tab\ttrue
print(table.concat(b:bytes(), " "), #bytes.new():bytes())          // expect: 97 98 99 0 100 101 102\t0
print(pcall(b.readByte))                        // expect: false\tbad argument #1 to 'buffer:readByte' (number expected, got nil)
b:readString(1)                                 // expect error: bad argument #2 to 'buffer:readString' (number expected, got nil)

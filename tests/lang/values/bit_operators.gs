print(6 & 3, 6 | 3, 6 ^ 3, 6 &^ 3, ^6)            // expect: 2\t7\t5\t4\t-7
print(-1 & 0xff, -1 ^ 0xff, 1 | -2)               // expect: 255\t-256\t-1
print(3.0 & 1, 7.0 | 8, ^2.0, "6" | 1, "0x0f" & "7")   // expect: 1\t15\t-3\t7\t7

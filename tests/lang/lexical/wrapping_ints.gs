// Up to 64 significant bits wrap.
print(0xffffffffffffffff, 0x8000000000000000, 0x7fffffffffffffff)   // expect: -1\t-9223372036854775808\t9223372036854775807
print(0x0000ffffffffffffffff)                                       // expect: -1
print(0o1777777777777777777777)                                     // expect: -1
print(0b1111111111111111111111111111111111111111111111111111111111111110)   // expect: -2

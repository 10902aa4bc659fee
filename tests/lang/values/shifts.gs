// >> is arithmetic; counts of 64 and more shift everything out.
print(1 << 0, 1 << 62, 1 << 63, 1 << 64, 1 << 1000)    // expect: 1\t4611686018427387904\t-9223372036854775808\t0\t0
print(-8 >> 1, 8 >> 1, -1 >> 63, -8 >> 64, 8 >> 64, -1 >> 1000)   // expect: -4\t4\t-1\t-1\t0\t-1
print(3 << 1.0, "1" << "4", 5 << 60)                   // expect: 6\t16\t5764607523034234880
print(pcall(func() { return 1 << -1 }))                // expect: false\tnegative shift count
print(pcall(func() { return 1 >> -64 }))               // expect: false\tnegative shift count

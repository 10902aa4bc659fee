// flags: --memory-limit=32M
print(pcall(crypto.randomBytes, 1 << 40))       // expect: false\tout of memory
print(pcall(crypto.randomHex, 1 << 30))         // expect: false\tout of memory
print(pcall(crypto.randomBytes, math.maxinteger))                  // expect: false\tstring too large
print(#crypto.randomHex(10))                    // expect: 20

u := uuid.parse("6BA7B810-9dad-11d1-80b4-00c04fd430c8")
print(u.version, u.variant, u.bytes)            // expect: 1\tRFC4122\t6ba7b8109dad11d180b400c04fd430c8
print(uuid.parse(uuid.v4()).version, uuid.parse(uuid.v4()).variant)        // expect: 4\tRFC4122
print(uuid.parse("00000000-0000-0000-0000-000000000000").variant, uuid.parse("00000000-0000-0000-c000-000000000000").variant, uuid.parse("00000000-0000-0000-e000-000000000000").variant)   // expect: NCS\tMicrosoft\tFuture
print(uuid.parse("nope"))                       // expect: nil\tinvalid UUID format
print(uuid.parse(""))                           // expect: nil\tinvalid UUID format
uuid.parse(nil)                                 // expect error: bad argument #1 to 'uuid.parse' (string expected, got nil)

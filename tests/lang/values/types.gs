print(type(nil), type(true), type(1), type(1.5), type("s"))           // expect: nil\tboolean\tnumber\tnumber\tstring
print(type({}), type(print), type(func() {}))                         // expect: table\tfunction\tfunction
print(type(coroutine.create(print)), type(make(chan)), type(io.stdout))   // expect: coroutine\tchannel\tuserdata
print(pcall(type))                                                    // expect: true\tnil

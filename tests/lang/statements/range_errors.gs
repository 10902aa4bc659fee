func e(v) { print(pcall(func() { for x := range v { } })) }
e(nil)                // expect: false\tcannot range over nil
e(true)               // expect: false\tcannot range over boolean
e(coroutine.create(print))   // expect: false\tcannot range over coroutine
e(1.5)                // expect: false\tnumber has no integer representation

n := 15
switch {
case n % 15 == 0: print("FizzBuzz")       // expect: FizzBuzz
case n % 3 == 0: print("Fizz")
}
switch {
case nil, false: print("no")
case 0: print("0 is true")                // expect: 0 is true
}
switch { }
switch n := 2; { case n == 2: print("init") }   // expect: init
switch n := 3; n { case 3: print("init and tag") }   // expect: init and tag

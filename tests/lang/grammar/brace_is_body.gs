// { directly after for, switch and select opens the body.
n := 0
for { n++; if n > 2 { break } }
switch { case n == 3: print("three") }   // expect: three
select { default: print("select") }      // expect: select

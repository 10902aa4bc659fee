// Functions added to the library table become methods.
func string_twice(s) { return s .. s }
string.twice = string_twice
print(("ab"):twice(), "x":twice())   // expect: abab\txx

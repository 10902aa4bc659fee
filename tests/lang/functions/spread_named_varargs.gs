// Passes on exactly the values the table was made from.
func count(...) { return #... }
func wrap(args...) { return count(args...) }
print(wrap(), wrap(nil), wrap(nil, "b", nil))    // expect: 0\t1\t3

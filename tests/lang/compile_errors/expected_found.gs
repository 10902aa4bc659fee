// X is a quoted token, name, expression or statement; Y the quoted token text or end of file.
for _, src := range {"x = = 1", "return )", "x := ", "f(", "func 5() { }", "if true", "var 1 = 2", "t.5", "x := ({a: )})"} {
    f, err := load(src)
    print(err)
}
// expect: (load):1:5: expected expression, found '='
// expect: (load):1:8: expected statement, found ')'
// expect: (load):1:6: expected expression, found end of file
// expect: (load):1:3: expected expression, found end of file
// expect: (load):1:6: expected name, found '5'
// expect: (load):1:8: expected '{', found end of file
// expect: (load):1:5: expected name, found '1'
// expect: (load):1:3: expected name, found '5'
// expect: (load):1:11: expected expression, found ')'

for _, s := range {"a,\"b", "a,b\"c", "\"a\"b,c", "ok\nx,\"y\"z\n"} {
    ok, e := pcall(csv.parse, s)
    io.write(e, "\n")
}
// expect: csv.parse: line 1, column 5: missing closing "
// expect: csv.parse: line 1, column 4: bare " in non-quoted field
// expect: csv.parse: line 1, column 3: extraneous " in quoted field
// expect: csv.parse: line 2, column 5: extraneous " in quoted field
csv.parseWithHeaders("a,b\n1,\"")               // expect error: csv.parseWithHeaders: line 2, column 4: missing closing "

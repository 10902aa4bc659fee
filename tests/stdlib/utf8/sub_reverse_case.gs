s := "aé日😀"
print(utf8.sub(s, 2, 3), utf8.sub(s, -1), utf8.sub(s, 2), utf8.sub(s, 3, 2) == "", utf8.sub(s, -100, 1), utf8.sub(s, 4, 100))      // expect: é日\t😀\té日😀\ttrue\ta\t😀
print(#utf8.sub("\xff\xfea", 1, 2), utf8.reverse(s), utf8.reverse("") == "")       // expect: 2\t😀日éa\ttrue
print(utf8.upper("éßω"), utf8.lower("ÉΩİ"):sub(1, 4), utf8.upper("abc"), utf8.lower("ABC"))        // expect: ÉßΩ\téω\tABC\tabc
for _, f := range {"sub", "reverse", "upper", "lower"} { assert(select(2, pcall(utf8[f], 1)) == "bad argument #1 to 'utf8." .. f .. "' (string expected, got number)", f) }
utf8.sub("a", {})                               // expect error: bad argument #2 to 'utf8.sub' (number expected, got table)

// Raw strings keep everything up to the next backquote.
print(`a\nb"c'd`)        // expect: a\\nb"c'd
print(#``, `//not a comment`, `/* nor this */`)   // expect: 0\t//not a comment\t/* nor this */
s := `one
two`
print(s, #s)             // expect: one
                         // expect: two\t7

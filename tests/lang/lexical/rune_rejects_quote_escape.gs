// \" is no escape of a rune literal.
print(load(`return '\"'`) == nil, load(`return '"'`)())   // expect: true\t34

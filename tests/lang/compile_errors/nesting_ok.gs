// Expressions and blocks may nest 1000 deep.
n := 990
print(load("return " .. ("("):rep(n) .. "7" .. (")"):rep(n))())            // expect: 7
print(#load("return " .. ("{"):rep(n) .. ("}"):rep(n))())                  // expect: 1
load(("{"):rep(n) .. "print(`innermost`)" .. ("}"):rep(n))()               // expect: innermost
print(load("return " .. ("!"):rep(n) .. "true")())         // expect: true
load(("if true { "):rep(n) .. "print(`ifs`)" .. (" }"):rep(n))()           // expect: ifs

// Left-leaning chains are no nesting.
n := 20000
print(load("return 0" .. (" + 1"):rep(n))())                      // expect: 20000
print(#load("return \"\"" .. (" .. \"x\""):rep(200))())            // expect: 200
print(load("return " .. ("false || "):rep(n) .. "5")())           // expect: 5
// skip with: --gc-stress

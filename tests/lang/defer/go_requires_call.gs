// expect syntax error: 3:4: go requires a function call
f := print
go f

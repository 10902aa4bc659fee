// expect syntax error: 2:4: go requires a function call
go 5

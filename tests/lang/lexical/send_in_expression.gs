// expect syntax error: 3:9: expected ')', found '<-'
x := 5
print(x <- 1)

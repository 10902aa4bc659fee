// expect compile error: 2:7: cannot use _ as a value
print(_)

print(xpcall(error, print, "to print"))
// expect: to print
// expect: false\tnil
print(xpcall(error, tostring, 5))    // expect: false\t5

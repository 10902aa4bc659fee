print("before")      // expect: before
if true { return 1, 2 }
print("never")

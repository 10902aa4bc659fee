defer print("deferred")
if true { return }
print("never")
// expect: deferred

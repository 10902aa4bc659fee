defer print("deferred")
print("body")
return 5, "ignored"
// expect: body
// expect: deferred

// Deferred calls of the main script run at its end.
defer print("end")
print("body")
// expect: body
// expect: end

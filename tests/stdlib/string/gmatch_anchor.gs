// ^ is not special in gmatch.
for w := range string.gmatch("^a^a", "^a") { io.write(w, ";") }
print("end")                                        // expect: ^a;^a;end

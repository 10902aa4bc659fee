// A hole is filled in place.
t := {1, 2, 3}
t[2] = nil
print(#t)                                  // expect: 3
t[2] = "back"
s := ""
for k, v := range t { s ..= k .. "=" .. v .. " " }
print(s)                                   // expect: 1=1 2=back 3=3\x20

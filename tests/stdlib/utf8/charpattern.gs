t := {}
for c := range string.gmatch("aé日😀", utf8.charpattern) { append(t, c) }
print(#t, t[2], t[4], type(utf8.charpattern))   // expect: 4\té\t😀\tstring

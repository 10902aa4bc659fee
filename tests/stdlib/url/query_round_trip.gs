q := {["a b"]: "1&2", ["é="]: "ü+%", empty: "", n: 5, t: true}
back := url.queryDecode(url.queryEncode(q))
for k, v := range q { assert(back[k] == tostring(v), k) }
print(url.queryEncode(q))                       // expect: a+b=1%262&empty=&n=5&t=true&%C3%A9%3D=%C3%BC%2B%25

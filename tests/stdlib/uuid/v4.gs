seen := {}
for range 500 {
    id := uuid.v4()
    assert(id:match("^%x%x%x%x%x%x%x%x%-%x%x%x%x%-4%x%x%x%-[89ab]%x%x%x%-%x%x%x%x%x%x%x%x%x%x%x%x$"), id)
    assert(!seen[id] && uuid.isValid(id) && id == id:lower())
    seen[id] = true
    raw := uuid.v4Raw()
    assert(#raw == 32 && raw:match("^%x+$") && raw:sub(13, 13) == "4")
}
print(uuid.nil())                               // expect: 00000000-0000-0000-0000-000000000000

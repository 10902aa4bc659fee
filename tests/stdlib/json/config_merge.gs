defaults := json.decode(`{"port": 80, "log": {"level": "info", "file": null}, "tags": ["a"]}`)
user := json.decode(`{"port": 8080, "log": {"level": "debug"}}`)
func merge(a, b) {
    for k, v := range b { if type(v) == "table" && type(a[k]) == "table" && #v == 0 { merge(a[k], v) } else { a[k] = v } }
    return a
}
print(json.encode(merge(defaults, user)))       // expect: {"log":{"level":"debug"},"port":8080,"tags":["a"]}

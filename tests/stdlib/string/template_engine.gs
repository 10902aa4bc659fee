func render(template, data) {
    return (template:gsub("{{%s*([%w_.]+)%s*}}", func(key) {
        v := data
        for part := range key:gmatch("[^.]+") { v = v[part] }
        return tostring(v)
    }))
}
print(render("Hello {{ user.name }}, you have {{count}} items", {user: {name: "Ann"}, count: 3}))  // expect: Hello Ann, you have 3 items
print(render("{{a}}{{ b }}{{c.d}}", {a: 1, b: true, c: {d: 2.5}}))         // expect: 1true2.5

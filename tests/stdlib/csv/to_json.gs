rows := csv.parseWithHeaders("id,name,price\n1,\"Widget, large\",9.50\n2,Gadget,12\n")
for _, r := range rows { r.price = tonumber(r.price); r.id = tonumber(r.id) }
print(json.encode(rows))                        // expect: [{"id":1,"name":"Widget, large","price":9.5},{"id":2,"name":"Gadget","price":12}]
print(table.reduce(rows, func(a, r) { return a + r.price }, 0))    // expect: 21.5

// A sales report from a CSV file: gscript examples/csv_report.gs [FILE]
//
// Without FILE it reports on the sample below. Prints a table by region and the best products, and the same as CSV.

sample := `date,region,product,quantity,price
2024-01-05,North,"Tea, green",12,3.50
2024-01-09,South,Coffee,30,5.25
2024-01-17,North,Coffee,8,5.25
2024-02-02,West,"Tea, green",21,3.50
2024-02-11,South,Cocoa,5,7.80
2024-02-14,North,Cocoa,10,7.80
2024-03-01,West,Coffee,17,5.10
2024-03-20,South,"Tea, green",9,3.75
2024-03-21,East,Coffee,,5.10
`

// Rows with numbers where numbers belong. Incomplete rows are reported and left out.
func read_sales(text) {
    sales := {}
    for i, row := range csv.parseWithHeaders(text) {
        quantity, price := tonumber(row.quantity), tonumber(row.price)
        if quantity && price {
            append(sales, {
                month: row.date:sub(1, 7),
                region: row.region,
                product: row.product,
                quantity: quantity,
                revenue: quantity * price,
            })
        } else {
            print("row " .. i + 1 .. " left out: quantity '" .. row.quantity .. "', price '" .. row.price .. "'")
        }
    }
    return sales
}

// Groups in order of first appearance: {key, quantity, revenue, count}.
func group_by(sales, field) {
    groups := {}
    for _, sale := range sales {
        key := sale[field]
        group := groups[key]
        if !group {
            group = {key: key, quantity: 0, revenue: 0.0, count: 0}
            groups[key] = group
        }
        group.quantity += sale.quantity
        group.revenue += sale.revenue
        group.count++
    }
    return table.values(groups)
}

func bar(share, width) {
    return string.rep("#", math.round(share * width))
}

func print_groups(title, groups) {
    total := table.reduce(groups, func(sum, group) { return sum + group.revenue }, 0.0)
    sort.by(groups, func(a, b) { return a.revenue > b.revenue })
    print("\n" .. title)
    for _, group := range groups {
        share := group.revenue / total
        print(string.format("  %-12s %4d pcs %9.2f  %5.1f%%  %s", group.key, group.quantity, group.revenue,
            share * 100, bar(share, 30)))
    }
    print(string.format("  %-12s %18.2f", "total", total))
}

text := sample
if arg[1] {
    data, err := fs.readfile(arg[1])
    if err { error(err, 0) }
    text = data
}

sales := read_sales(text)
print_groups("Revenue by region", group_by(sales, "region"))
print_groups("Revenue by product", group_by(sales, "product"))
print_groups("Revenue by month", group_by(sales, "month"))

print("\nAs CSV")
rows := table.map(group_by(sales, "product"), func(group) {
    return {product: group.key, quantity: group.quantity, revenue: string.format("%.2f", group.revenue)}
})
io.write(csv.encodeWithHeaders(rows, {"product", "quantity", "revenue"}))

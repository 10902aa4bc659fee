// What a web server's access log says: gscript examples/log_analyser.gs [FILE|-]
//
// Reads the common log format line by line, so files of any size do. Without FILE it looks at the sample below.

sample := `192.0.2.1 - - [10/Oct/2024:13:55:36 +0000] "GET /index.html HTTP/1.1" 200 2326
192.0.2.7 - ann [10/Oct/2024:13:55:40 +0000] "GET /search?q=tea HTTP/1.1" 200 812
192.0.2.1 - - [10/Oct/2024:13:56:02 +0000] "GET /logo.png HTTP/1.1" 304 -
198.51.100.4 - - [10/Oct/2024:14:01:11 +0000] "POST /login HTTP/1.1" 401 120
198.51.100.4 - - [10/Oct/2024:14:01:12 +0000] "POST /login HTTP/1.1" 401 120
198.51.100.4 - - [10/Oct/2024:14:01:13 +0000] "POST /login HTTP/1.1" 401 120
198.51.100.4 - - [10/Oct/2024:14:01:15 +0000] "POST /login HTTP/1.1" 302 0
this line is damaged
203.0.113.9 - - [10/Oct/2024:15:20:00 +0000] "GET /report HTTP/1.1" 500 5120
192.0.2.7 - ann [10/Oct/2024:15:21:40 +0000] "GET /search?q=coffee HTTP/1.1" 200 934
192.0.2.7 - ann [10/Oct/2024:15:22:01 +0000] "GET /index.html HTTP/1.1" 200 2326
`

line_form := regexp.mustCompile(`^(\S+) \S+ (\S+) \[([^\]]+)\] "(\S+) (\S+)[^"]*" (\d{3}) (\d+|-)$`)

// The fields of a line, or nil.
func parse_line(line) {
    parts := line_form:findSubmatch(line)
    if !parts { return nil }
    _, host, user, stamp, method, target, status, size := unpack(parts)
    return {
        host: host,
        user: user,
        hour: stamp:match(":(%d%d):"),
        method: method,
        path: target:match("^[^?]*"),
        status: tonumber(status),
        size: tonumber(size) || 0,
    }
}

// A table that counts: t[key] is 0 until it is counted.
func counter() {
    return setmetatable({}, {__index: func() { return 0 }})
}

func analyse(lines) {
    report := {requests: 0, damaged: 0, bytes: 0, by_status: counter(), by_path: counter(), by_hour: counter(),
        failures: counter(), hosts: {}}
    for line := range lines {
        entry := parse_line(line)
        if !entry {
            report.damaged++
            continue
        }
        report.requests++
        report.bytes += entry.size
        report.by_status[math.div(entry.status, 100) .. "xx"]++
        report.by_path[entry.path]++
        report.by_hour[entry.hour]++
        report.hosts[entry.host] = true
        if entry.status >= 400 { report.failures[entry.host .. " " .. entry.path]++ }
    }
    return report
}

// The n commonest keys with their counts; equal counts in order of the keys.
func top(counts, n) {
    keys := table.keys(counts)
    table.sort(keys, func(a, b) {
        if counts[a] != counts[b] { return counts[a] > counts[b] }
        return a < b
    })
    return table.map(table.slice(keys, 1, n), func(key) { return {key: key, count: counts[key]} })
}

func print_top(title, counts, n) {
    print(title)
    for _, row := range top(counts, n) { print(string.format("  %5d  %s", row.count, row.key)) }
}

func source_lines() {
    switch arg[1] {
    case nil: return string.gmatch(sample, "[^\n]+")
    case "-": return io.lines()
    default: return io.lines(arg[1])
    }
}

report := analyse(source_lines())
print(string.format("%d requests by %d hosts, %d bytes, %d damaged lines", report.requests, table.count(report.hosts),
    report.bytes, report.damaged))
print_top("status", report.by_status, 5)
print_top("paths", report.by_path, 3)
print_top("failures", report.failures, 3)
print("by hour")
hours := table.keys(report.by_hour)
table.sort(hours)
for _, hour := range hours { print("  " .. hour .. ":00 " .. string.rep("#", report.by_hour[hour])) }
for what, count := range report.failures {
    if count >= 3 { print("suspicious: " .. what .. ", " .. count .. " failures") }
}

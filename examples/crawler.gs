// A concurrent crawler and the little site it crawls: gscript examples/crawler.gs [ADDRESS]
//
// Workers fetch pages at the same time; one coordinator owns all that is known, so nothing needs a lock: it hands out pages
// and collects what workers found, and knows that all is done when no page is under way.

const workers = 4

address := arg[1] || "127.0.0.1:8075"
site := "http://" .. address

// --- The site: pages that link to each other, one that is missing, one that is slow.

pages := {
    ["/"]: "Home: <a href='/tea'>tea</a> <a href='/coffee'>coffee</a> <a href='/about'>about us</a>",
    ["/tea"]: "Tea: <a href='/tea/green'>green</a> <a href='/tea/black'>black</a> <a href='/'>home</a>",
    ["/tea/green"]: "Green tea: <a href='/tea'>back</a>",
    ["/tea/black"]: "Black tea: <a href='/tea'>back</a> <a href='/tea/white'>white tea</a>",
    ["/coffee"]: "Coffee: <a href='/'>home</a> <a href='http://elsewhere.example/'>elsewhere</a>",
    ["/about"]: "About: <a href='/coffee'>our coffee</a>",
}

func serve_page(req, res) {
    text := pages[req.path]
    if !text { return res.status(404).write("no such page\n") }
    if req.path == "/about" { time.sleep(0.05) }
    res.header("Content-Type", "text/html").write("<html><body>" .. text .. "</body></html>\n")
}

// --- The crawler

// The links of a page that stay on its site, as paths.
func links_of(base, text) {
    links := {}
    for target := range string.gmatch(text, "href='([^']*)'") {
        link := url.join(base, target)
        if string.hasPrefix(link, site .. "/") { append(links, link:sub(#site + 1)) }
    }
    return links
}

// Fetches a page; a finding is {path, status, links} or {path, err}.
func fetch(path) {
    response, err := net.get(site .. path, {timeout: 5})
    if err { return {path: path, err: err, links: {}} }
    return {path: path, status: response.status, links: response.ok && links_of(site .. path, response.body) || {}}
}

func crawl(start) {
    jobs, findings := make(chan), make(chan)
    for range workers {
        go func() {
            for path := range jobs { findings <- fetch(path) }
        }()
    }

    seen, queue, results := {[start]: true}, {start}, {}
    under_way := 0
    for #queue > 0 || under_way > 0 {
        // With an empty queue there is nothing to send, and a nil channel is never ready.
        target := #queue > 0 && jobs || nil
        select {
        case target <- queue[1]:
            table.remove(queue, 1)
            under_way++
        case finding := <-findings:
            under_way--
            append(results, finding)
            for _, link := range finding.links {
                if !seen[link] {
                    seen[link] = true
                    append(queue, link)
                }
            }
        }
    }
    close(jobs)
    return results
}

go http.listen(address, serve_page)
sched.yield()

results := sort.byKey(crawl("/"), func(finding) { return finding.path })
for _, finding := range results {
    print(string.format("%-12s %s, %d links", finding.path, finding.err || finding.status, #finding.links))
}
print(#results .. " pages, " .. #table.filter(results, func(finding) { return finding.status != 200 }) .. " of them broken")

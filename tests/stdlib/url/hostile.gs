// Text made to confuse: an error or parts, never a crash, and what builds parses again.
pieces := {"http://", "//", "@", ":", "/", "?", "#", "[", "]", "%", "%41", "a", "..", "é", " ", "\0", "\n", "&", "="}
seed := 3
func rnd(n) { seed = (seed * 1103515245 + 12345) & 0x7fffffff; return (seed >> 8) % n }
parsed := 0
for range 5000 {
    s := ""
    for range 1 + rnd(8) { s = s .. pieces[1 + rnd(#pieces)] }
    u, err := url.parse(s)
    if u {
        parsed++
        assert(u.raw == s)
        again, why := url.parse(url.build(u))
        assert(again == nil && type(why) == "string" || again.host == u.host && again.path == u.path && again.fragment == u.fragment)
    } else { assert(type(err) == "string") }
    url.join("http://h/a/b", s); url.queryDecode(s); url.decode(s); url.isValid(s); url.getHost(s); url.getPath(s)
}
print(parsed > 100 && parsed < 5000)            // expect: true
